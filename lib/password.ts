import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { fold } from "./fold";

export const passwordLength = { least: 12, most: 128 };

/** What is wrong with a new password: too short, too long, or so common that a list of guesses would hold it. */
export type PasswordProblem = "short" | "long" | "common";

/** Of 0 to 4: a password that would take at least 10^8 guesses. */
const leastScore = 3;
let factory: ZxcvbnFactory | undefined;

/**
 * Looks at a password that somebody chooses, as NIST SP 800-63B asks: its length, and whether it is among the common ones,
 * the person's own name or a pattern of the keyboard. No rules about digits and signs.
 * @returns null when it is good
 */
export function passwordProblem(password: string, person: { name: string; email: string }): PasswordProblem | null {
  const length = [...password].length;
  if (length < passwordLength.least) return "short";
  if (password.length > passwordLength.most) return "long";
  factory ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const words = [...fold(person.name).split(/\s+/), ...person.email.split(/[@.+_-]/)];
  const own = [...words, fold(person.name).replace(/\s+/g, ""), person.email, "guide", "community", "resource"].filter((word) => word.length > 2);
  return factory.check(password, own).score < leastScore ? "common" : null;
}
