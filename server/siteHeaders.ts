import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import type { Door } from "./staffDoor.ts";

// A list of what may pass, not of what may not: Next obeys many internal headers
// (x-middleware-*, x-nextjs-*, rsc, next-router-*, next-action), and has learned new ones before.
const files = ["accept", "accept-encoding", "if-none-match", "if-modified-since", "range", "if-range"];
const bodies = ["content-type", "content-length", "origin", "sec-fetch-site"];
// What Next's client sends when it goes from page to page, and with a form.
const client = ["next-action", "rsc", "next-router-state-tree", "next-router-prefetch", "next-router-segment-prefetch", "next-url"];
const passesIn: Record<Door, string[]> = {
  pages: files,
  api: [...files, ...bodies],
  // The browser's name: whoever ends a session must know which one it is. Its language: for who has not signed in yet.
  staff: ["accept", "accept-encoding", "accept-language", "cookie", "user-agent", "sec-fetch-mode", "sec-fetch-dest", "sec-fetch-user", ...bodies, ...client],
};

/** The headers that the studio gets to see: nothing about a resident, and of what steers Next only what its own client sends to staff pages. */
export function requestHeaders(from: IncomingHttpHeaders, publicOrigin: string, door: Door): Record<string, string> {
  const origin = new URL(publicOrigin);
  const host = /^[\w.:[\]-]{1,255}$/.test(from.host ?? "") ? String(from.host) : origin.host;
  const headers: Record<string, string> = {
    host,
    "x-forwarded-host": host,
    "x-forwarded-proto": origin.protocol.slice(0, -1),
    // Next wants one before it puts the title into <head> (htmlLimitedBots); a resident's own is nobody's business.
    "user-agent": "site",
  };
  for (const name of passesIn[door]) {
    const value = from[name];
    if (typeof value === "string") headers[name] = value;
  }
  return headers;
}

const content = ["content-type", "content-encoding", "content-language", "content-disposition", "retry-after", "allow"];
const passesOut: Record<"site" | "staff", string[]> = {
  site: [...content, "content-range", "accept-ranges", "etag", "last-modified", "cache-control"],
  staff: [
    ...content,
    "content-security-policy",
    "vary",
    "x-action-redirect",
    "x-action-revalidated",
    "x-nextjs-action-not-found",
    "x-nextjs-postponed",
    "x-nextjs-prerender",
    "x-nextjs-rewritten-path",
    "x-nextjs-rewritten-query",
    "x-nextjs-stale-time",
  ],
};

/**
 * What of the studio's answer may reach the reader: no x-powered-by or server, and cookies for staff only.
 * @param url what the studio was asked for, @param host the host that it was told
 */
export function responseHeaders(from: Headers, { url, host, door }: { url: URL; host: string; door: Door }): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {};
  for (const name of passesOut[door === "staff" ? "staff" : "site"]) {
    const value = from.get(name);
    if (value !== null) headers[name] = value;
  }
  const location = from.get("location");
  if (location !== null) headers.location = relative(location, url, host);
  if (door === "staff") {
    const cookies = from.getSetCookie();
    if (cookies.length > 0) headers["set-cookie"] = cookies;
  } else if (/accept-encoding/i.test(from.get("vary") ?? "")) headers.vary = "Accept-Encoding";
  return headers;
}

/** A redirect within the site without host: Next knows itself by its loopback address, or by the host that it was told. */
function relative(location: string, url: URL, host: string): string {
  if (!URL.canParse(location, url)) return "/";
  const to = new URL(location, url);
  const isStudio = to.port === url.port && /^(127\.0\.0\.1|localhost)$/.test(to.hostname);
  return isStudio || to.host === host ? to.pathname.replace(/^\/+/, "/") + to.search + to.hash : to.href;
}

const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline' 'self'",
  "script-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const denied = ["accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment", "usb"];

/** The headers of every answer. */
export function safetyHeaders(siteOrigin: string): OutgoingHttpHeaders {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": denied.map((feature) => `${feature}=()`).join(", "),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    ...(siteOrigin.startsWith("https:") ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
  };
}

/** The headers of every page. Not no-store: going back must work where the network is bad. */
export const pageHeaders: OutgoingHttpHeaders = {
  "content-security-policy": policy,
  "cache-control": "private, no-cache",
};
