import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";

/** Cookies that the answer to a request must set: the caller, who owns the answer, sets them. */
export type Cookie = { name: string; value: string; options: ReturnType<typeof toCookieOptions> };

/** The cookies that an answer of the sign-in library sets. */
export function cookiesOf(headers: Headers): Cookie[] {
  const parsed = headers.getSetCookie().flatMap((line) => [...parseSetCookieHeader(line)]);
  return parsed.map(([name, cookie]) => ({ name, value: cookie.value, options: toCookieOptions(cookie) }));
}
