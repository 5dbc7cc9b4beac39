import type { OutgoingHttpHeaders } from "node:http";

/** What is behind a path: pages for residents, machine routes, or the staff area. */
export type Door = "pages" | "api" | "staff";

export function doorOf(path: string): Door {
  if (/^\/admin(\/|$)/.test(path)) return "staff";
  return /^\/api(\/|$)/.test(path) ? "api" : "pages";
}

export const isUpload = (path: string) => path === "/admin/imports/upload";

/** The largest body that a request may bring, in bytes. */
export function bodyLimit(path: string): number {
  return (isUpload(path) ? 64 : 2) * 1024 * 1024;
}

/** How long the studio may take until it begins to answer, in milliseconds. A resident has a page within 5 s. */
export function patienceFor(path: string): number {
  // A style sheet that comes late is better than none: a page without it is already there.
  if (path.startsWith("/_next/static/")) return 20_000;
  if (doorOf(path) !== "staff") return 4_500;
  return isUpload(path) ? 120_000 : 30_000;
}

/** Which of two hosts serves what, where the staff area has one of its own. */
export function judgeHost(host: string | undefined, path: string, adminOrigin: string | undefined): "ok" | "missing" | "toStaff" | "toSite" {
  if (!adminOrigin) return "ok";
  const onStaffHost = host?.toLowerCase() === new URL(adminOrigin).host;
  if (onStaffHost && path === "/") return "toStaff";
  if (/^\/(_next\/static\/|icon\.svg$)/.test(path)) return "ok";
  const door = doorOf(path);
  // Staff follow links to what residents see.
  if (onStaffHost && door === "pages") return "toSite";
  return onStaffHost === (door === "staff") ? "ok" : "missing";
}

/** The headers of every answer of the staff area, instead of those of the site. */
export function staffHeaders(path: string): OutgoingHttpHeaders {
  return {
    "cache-control": "no-store",
    // With no-referrer browsers send "Origin: null" with a form, which Server Actions refuse.
    "referrer-policy": "same-origin",
    "x-frame-options": /^\/admin\/preview(\/|$)/.test(path) ? "SAMEORIGIN" : "DENY",
    "x-robots-tag": "noindex, nofollow",
    // Where the studio sends none: a download, an upload, a redirect.
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  };
}
