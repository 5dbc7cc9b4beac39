import { staffOrigin } from "@/data/auth/auth";
import { isOwnOrigin } from "@/lib/isOwnOrigin";

/** Whether a form was sent from a page of the staff area itself: browsers name the origin of every POST, and routes have no other check. */
export function isFromHere({ headers }: Request): boolean {
  return isOwnOrigin(headers.get("origin"), headers.get("x-forwarded-host") ?? headers.get("host"), staffOrigin());
}
