import { randomInt } from "node:crypto";

/** No letter that can be taken for a digit. */
const letters = "abcdefghjkmnpqrstvwxyz23456789";

/** Ten codes for the day when the phone is lost, each good once: "k7mp2-x9q4r" (49 bits). */
export function makeRecoveryCodes(): string[] {
  const part = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join("");
  return Array.from({ length: 10 }, () => `${part()}-${part()}`);
}

/** A code as somebody typed it, in the form in which it was made. */
export function readRecoveryCode(typed: string): string {
  const signs = typed.toLowerCase().replace(/[^a-z0-9]/g, "");
  return `${signs.slice(0, 5)}-${signs.slice(5)}`;
}
