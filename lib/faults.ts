import type { z } from "zod";

/** What is wrong with one field: its path ("phones.0.number") and a code that messages turn into a sentence. */
export type Fault = { path: string; code: FaultCode };
const codes = ["required", "tooLong", "tooMany", "choice", "number", "date", "time", "webAddress", "email", "slug", "phone", "extension", "zip", "state", "characters", "sameTimes", "taken", "invalid"] as const;
export type FaultCode = (typeof codes)[number];

/** What lib/content.ts says to people who edit files, as codes. */
const said: Record<string, FaultCode> = {
  "lower-case letters, digits and hyphens": "slug",
  "a date like 2026, 2026-07 or 2026-07-19": "date",
  "a time like 08:30": "time",
  "opens and closes at the same time": "sameTimes",
  "a code like ko, es-MX or zh-Hant": "choice",
};

const isCode = (text: string): text is FaultCode => (codes as readonly string[]).includes(text);

function codeOf(issue: z.core.$ZodIssue): FaultCode {
  if (isCode(issue.message)) return issue.message;
  if (said[issue.message]) return said[issue.message]!;
  switch (issue.code) {
    case "too_small":
      return "required";
    case "too_big":
      return issue.origin === "array" ? "tooMany" : issue.origin === "string" ? "tooLong" : "number";
    case "invalid_type":
      return issue.expected === "number" || issue.expected === "int" ? "number" : "required";
    case "invalid_value":
      return "choice";
    case "invalid_format":
      return issue.format === "url" ? "webAddress" : issue.format === "email" ? "email" : issue.format === "date" ? "date" : "invalid";
    default:
      return "invalid";
  }
}

/** Every fault of an input that zod refused, a field once. */
export function faultsOf(error: z.ZodError): Fault[] {
  const faults = error.issues.map((issue) => ({ path: issue.path.join("."), code: codeOf(issue) }));
  return faults.filter(({ path }, index) => faults.findIndex((other) => other.path === path) === index);
}
