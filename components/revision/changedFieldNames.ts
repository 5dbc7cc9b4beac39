import { fieldName, type FieldNames } from "./fieldName";

const language = /(^|\.)(text|slug)\.[a-z]{2}(?=\.|$)/;

/** What people call the fields that a revision changes, each once, whatever the language and whichever fact a source is for. */
export function changedFieldNames(t: FieldNames, paths: string[], locale: string): string[] {
  return [...new Set(paths.map((path) => fieldName(t, path.replace(language, "$1$2.*").replace(/^sources\..*/, "sources"), locale)))];
}
