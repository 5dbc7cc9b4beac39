import { createHash } from "node:crypto";

/** Keys in alphabetical order, so that equal texts hash equally however they were stored. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, ordered(entry)]),
  );
}

/** SHA-256 (64 hex digits) of a text as stored in Translation.text. */
export function textHash(text: unknown): string {
  return createHash("sha256").update(JSON.stringify(ordered(text))).digest("hex");
}
