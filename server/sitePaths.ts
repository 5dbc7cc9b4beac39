import { doorOf } from "./staffDoor.ts";

/** What to do with an address before anybody looks at it closer. */
export type Verdict = "ok" | "bad" | "hidden";

const longest = 8 * 1024;

/** Judges the target of a request line. */
export function judgeTarget(target: string): Verdict {
  // A URL parser takes a backslash for a slash, and what follows two of them for a host.
  if (target.length > longest || !target.startsWith("/") || /^[^?]*\\/.test(target)) return "bad";
  const path = pathOf(target);
  const once = decode(path);
  // Next decodes twice, and fails on the second time with 500 (/es/x/%25).
  const twice = once === null ? null : decode(once);
  if (once === null || twice === null || hasControls(once) || hasControls(twice)) return "bad";
  return isHidden(once) || isHidden(twice) || isDisguised(path, once) || isDisguised(path, twice) ? "hidden" : "ok";
}

/** The target as the studio gets it: path and query, without anything that could be read as a host. */
export function addressOf(target: string): string {
  const { pathname, search } = new URL(`http://site${target.replace(/^\/+/, "/")}`);
  return pathname + search;
}

/** The path as a URL parser reads it: without query, dots resolved. */
export function pathOf(target: string): string {
  return new URL(`http://site${target.replace(/^\/+/, "/")}`).pathname;
}

/** The language that an address names, as far as anybody can tell: "/ES/…", "/es." → "es". */
export function firstSegment(target: string): string {
  return (/^\/+([a-z]{2,3})(?![a-z])/i.exec(target)?.[1] ?? "").toLowerCase();
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

// The problem pages have no address of their own; Next's image optimizer, data routes, inner pages and the
// payloads of its client have no address of their own. Staff download JSON.
function isHidden(path: string): boolean {
  const plain = path.replaceAll("\\", "/");
  if (/^\/+(problem|_next\/+(image|data)|_global-error|_not-found|_error)(\/|$)/i.test(plain)) return true;
  return doorOf(plain) === "staff" ? /\.rsc$/i.test(plain) : /\.(rsc|json)$/i.test(plain);
}

// The staff area spelled so that only the studio would know it (/%61dmin): its rules must not be missed.
function isDisguised(path: string, decoded: string): boolean {
  return doorOf(path) !== "staff" && /^\/+admin(\/|$)/i.test(decoded.replaceAll("\\", "/"));
}
