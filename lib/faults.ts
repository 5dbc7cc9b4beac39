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

/** Nobody reads more at once. */
const mostFaults = 100;

/** The faults of an input that zod refused, a field once; of very many the first. */
export function faultsOf(error: z.ZodError): Fault[] {
  const faults = new Map<string, Fault>();
  for (const issue of error.issues) {
    const path = issue.path.join(".");
    if (faults.size < mostFaults && !faults.has(path)) faults.set(path, { path, code: codeOf(issue) });
  }
  return [...faults.values()];
}
