import { may, type Actor, type Permission } from "@/lib/permissions";

/** This person may not do that: never in this role, or not before showing a second factor. */
export class NotAllowed extends Error {
  constructor(
    readonly permission: Permission,
    readonly because: "role" | "secondFactor",
  ) {
    super(`not allowed: ${permission} (${because})`);
  }
}

/**
 * Every function of data/ that changes something for staff begins with this, whatever the page did.
 * @throws NotAllowed
 */
export function allow(actor: Actor, permission: Permission): void {
  const answer = may(actor, permission);
  if (answer !== "yes") throw new NotAllowed(permission, answer);
}
