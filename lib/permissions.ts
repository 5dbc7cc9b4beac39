/** Who may do what in the staff area. The one table: pages, actions and data/ all ask it (docs/decisions/0007-staff.md). */

export const roles = ["contributor", "editor", "translator", "counsel", "administrator"] as const;
export type Role = (typeof roles)[number];

export const permissions = {
  /** See the staff area: records, history, queues. */
  enter: ["contributor", "editor", "translator", "counsel", "administrator"],
  "listings.propose": ["contributor", "editor", "administrator"],
  "texts.propose": ["contributor", "editor", "administrator"],
  /** Texts in other languages than English, and nothing else of a record. */
  "translations.propose": ["contributor", "editor", "translator", "administrator"],
  /** Names of the city, its offices and links. */
  "settings.propose": ["administrator"],
  "revisions.approve": ["editor", "administrator"],
  "records.hide": ["editor", "administrator"],
  "listings.verify": ["contributor", "editor", "administrator"],
  /** Mark a legal text as read by counsel. */
  "texts.review": ["counsel"],
  /** Mark a translation as read by somebody whose language it is. */
  "translations.review": ["translator"],
  "corrections.handle": ["contributor", "editor", "administrator"],
  "imports.prepare": ["contributor", "editor", "administrator"],
  "imports.approve": ["editor", "administrator"],
  "exports.make": ["contributor", "editor", "administrator"],
  "staff.manage": ["administrator"],
  "audit.read": ["administrator"],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof permissions;

/** What becomes visible to residents, or gives power over others, needs a second factor in the session. */
export const withSecondFactor: readonly Permission[] = ["revisions.approve", "records.hide", "texts.review", "translations.review", "imports.approve", "staff.manage"];

/** Somebody who is signed in. */
export type Actor = { id: string; role: Role; secondFactor: boolean };

/** Does this role have this permission? */
export function has(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role);
}

/**
 * May this person do this now?
 * @returns "role": never in this role. "secondFactor": only after showing a second factor.
 */
export function may(actor: Actor, permission: Permission): "yes" | "role" | "secondFactor" {
  if (!has(actor.role, permission)) return "role";
  return withSecondFactor.includes(permission) && !actor.secondFactor ? "secondFactor" : "yes";
}
