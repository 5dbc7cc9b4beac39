/** Whether a form was sent from a page of the staff area itself: browsers name the origin of every POST, and routes have no other check. */
export function isFromHere({ headers }: Request): boolean {
  const origin = headers.get("origin") ?? "";
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}
