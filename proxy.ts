import { randomBytes } from "node:crypto";
import createMiddleware from "next-intl/middleware";
import { NextResponse, type NextRequest } from "next/server";
import { routing } from "@/i18n/routing";
import { staffPolicy } from "@/lib/staffPolicy";

// Turns translated addresses into routes (/es/directivas → app/[locale]/directives).
const translate = createMiddleware(routing);

/** Gives staff pages their content security policy, and their address. It never decides who may see them: data/ and every action do. */
function protect(request: NextRequest): NextResponse {
  const policy = staffPolicy({
    nonce: randomBytes(16).toString("base64"),
    path: request.nextUrl.pathname,
    development: process.env.NODE_ENV === "development",
  });
  // Next reads the nonce from the request's header and gives it to its own scripts and styles.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  // Neither pages nor actions know by themselves what was asked for (app/admin/toSecondFactor.ts).
  headers.set("x-staff-page", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export default function proxy(request: NextRequest): NextResponse {
  return /^\/admin(\/|$)/.test(request.nextUrl.pathname) ? protect(request) : translate(request);
}

// An upload is left out: Next would hold the whole file in memory for a function that looks at its headers only.
export const config = { matcher: ["/en/:path*", "/es/:path*", "/en", "/es", "/admin", "/admin/((?!imports/upload$).*)"] };
