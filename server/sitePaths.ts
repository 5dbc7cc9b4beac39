/** What to do with an address before anybody looks at it closer. */
export type Verdict = "ok" | "bad" | "hidden";

const longest = 8 * 1024;

/** Judges the target of a request line. */
export function judgeTarget(target: string): Verdict {
  if (target.length > longest || !target.startsWith("/")) return "bad";
  const path = pathOf(target);
  const once = decode(path);
  // Next decodes twice, and fails on the second time with 500 (/es/x/%25).
  const twice = once === null ? null : decode(once);
  if (once === null || twice === null || hasControls(once) || hasControls(twice)) return "bad";
  return isHidden(once) || isHidden(twice) ? "hidden" : "ok";
}

/** The path as a URL parser reads it: without query, dots and backslashes resolved. */
export function pathOf(target: string): string {
  return new URL(`http://site${target.startsWith("//") ? target.replace(/^\/+/, "/") : target}`).pathname;
}

/** The first folder of an address, where a language may stand. */
export function firstSegment(target: string): string {
  return /^\/+([^/?#]*)/.exec(target)?.[1] ?? "";
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function hasControls(path: string): boolean {
  return /[\u0000-\u001f\u007f]/.test(path);
}

// The problem pages have no address of their own; the image optimizer and the data routes are not used.
function isHidden(path: string): boolean {
  return /^\/+(problem|_next\/+(image|data))(\/|$)/i.test(path.replaceAll("\\", "/"));
}
