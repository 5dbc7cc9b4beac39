/** What a form of the staff area is told when its action does not lead to another page: sentences in the reader's language, and what was typed. */
export type FormResult = {
  errors: FormError[];
  /** Text fields as they were sent; never a password, a code or a file. */
  values: Record<string, string[]>;
  /** What this one answer shows and no later page: a one-time link, recovery codes. */
  shown?: string[];
  /** A sentence beside it: whether it was mailed. */
  told?: string;
};
export type FormError = {
  /** The field's name; absent: about the whole form. */
  field?: string;
  message: string;
};

const secret = /password|token|^code$/i;

/** The fields of a form that may be shown again. */
export function typedValues(formData: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of formData)
    // Nobody's field is called "constructor" or "__proto__".
    if (typeof value === "string" && !name.startsWith("$") && !(name in Object.prototype) && !secret.test(name)) (values[name] ??= []).push(value);
  return values;
}
