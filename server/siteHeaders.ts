import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";

// A list of what may pass, not of what may not: Next obeys many internal headers
// (x-middleware-*, x-nextjs-*, rsc, next-router-*, next-action), and has learned new ones before.
const passesIn = ["accept", "accept-encoding", "if-none-match", "if-modified-since", "range", "if-range"];
const passesInToApi = [...passesIn, "content-type", "content-length", "origin", "sec-fetch-site"];

/** The headers that the studio gets to see: nothing about the person, nothing that steers Next. */
export function requestHeaders(from: IncomingHttpHeaders, siteOrigin: string, toApi: boolean): Record<string, string> {
  const origin = new URL(siteOrigin);
  const host = /^[\w.:[\]-]{1,255}$/.test(from.host ?? "") ? String(from.host) : origin.host;
  const headers: Record<string, string> = {
    host,
    "x-forwarded-host": host,
    "x-forwarded-proto": origin.protocol.slice(0, -1),
    // Next wants one before it puts the title into <head> (htmlLimitedBots); the reader's own is nobody's business.
    "user-agent": "site",
  };
  for (const name of toApi ? passesInToApi : passesIn) {
    const value = from[name];
    if (typeof value === "string") headers[name] = value;
  }
  return headers;
}

const passesOut = ["content-type", "content-encoding", "content-language", "content-range", "content-disposition", "accept-ranges", "etag", "last-modified", "cache-control", "retry-after", "allow"];

/** What of the studio's answer may reach the reader; no set-cookie, x-powered-by or server. */
export function responseHeaders(from: Headers, request: URL): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {};
  for (const name of passesOut) {
    const value = from.get(name);
    if (value !== null) headers[name] = value;
  }
  const location = from.get("location");
  if (location !== null) headers.location = relative(location, request);
  if (/accept-encoding/i.test(from.get("vary") ?? "")) headers.vary = "Accept-Encoding";
  return headers;
}

/** A redirect within the site without host: Next knows itself by its loopback address. */
function relative(location: string, request: URL): string {
  if (!URL.canParse(location, request)) return "/";
  const to = new URL(location, request);
  if (to.host !== request.host && !/^(127\.0\.0\.1|localhost)$/.test(to.hostname)) return to.href;
  return to.pathname.replace(/^\/+/, "/") + to.search + to.hash;
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
