/** Something that went wrong and that one sentence explains: printed without a stack trace. */
export class Failure extends Error {
  override name = "Failure";
}

/** The code of a system or PostgreSQL error (`ENOSPC`, `28P01`), or "". */
export function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return String(error.code);
}

/** The sentence to print for whatever was thrown; null for a bug, whose stack somebody needs. */
export function sentenceFor(error: unknown): string | null {
  if (error instanceof Failure) return error.message;
  const what = error instanceof Error ? error.message : String(error);
  switch (codeOf(error)) {
    case "ENOSPC":
    case "53100":
      return "The disk is full: make room and start again. Nothing was lost.";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return `This account lacks a permission: ${what}.`;
    default:
      return null;
  }
}

/** Prints what went wrong on stderr. */
export function report(error: unknown): void {
  console.error(sentenceFor(error) ?? error);
}
