"use client";

import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { useFormResult } from "./ActionForm";
import { fieldId } from "./fieldId";

type Common = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Language of the text, where it is not the page's. */
  lang?: string;
};
type Input = Common & { as?: "input" } & Omit<InputHTMLAttributes<HTMLInputElement>, "name">;
type TextArea = Common & { as: "textarea" } & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name">;
type Select = Common & { as: "select"; options: { value: string; label: string }[] } & Omit<SelectHTMLAttributes<HTMLSelectElement>, "name">;

/** A label, a hint, an error and the control itself (input, textarea or select). In an <ActionForm> it shows its own error and what was typed. */
export function Field({ name, label, hint, defaultValue, ...control }: Input | TextArea | Select) {
  const result = useFormResult();
  const id = fieldId(name);
  const error = result?.errors.find(({ field }) => field === name)?.message;
  const value = result?.values[name]?.[0] ?? defaultValue;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  const shared = { id, name, defaultValue: value, "aria-describedby": described, "aria-invalid": error ? true : undefined, className: "field" };
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="error">
          {error}
        </p>
      )}
      <Control shared={shared} control={control} />
    </div>
  );
}

type Shared = { id: string; name: string; defaultValue?: Input["defaultValue"]; className: string };

function Control({ shared, control }: { shared: Shared; control: Omit<Input, keyof Common> | Omit<TextArea, keyof Common> | Omit<Select, keyof Common> }) {
  if (control.as === "textarea") {
    const { as: _, ...rest } = control;
    return <textarea rows={4} {...rest} {...shared} />;
  }
  if (control.as === "select") {
    const { as: _, options, ...rest } = control;
    return (
      // Made anew when the answer changes its value: React puts a select of a sent form back to what it first was.
      <select key={String(shared.defaultValue)} {...rest} {...shared}>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  const { as: _, ...rest } = control;
  return <input type="text" {...rest} {...shared} />;
}
