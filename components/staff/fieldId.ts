/** The id of a field's element, by its name: "phones.0.number" → "field-phones-0-number". */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^A-Za-z0-9_-]/g, "-")}`;
}
