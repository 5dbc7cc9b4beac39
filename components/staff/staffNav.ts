import type { Permission } from "@/lib/permissions";

/** The rooms of the staff area, in the order of the navigation; each is shown to those who may do something there. */
export const staffNav = [
  { href: "/admin", key: "start", permission: "enter" },
  { href: "/admin/listings", key: "listings", permission: "enter" },
  { href: "/admin/guide", key: "guide", permission: "enter" },
  { href: "/admin/directives", key: "directives", permission: "enter" },
  { href: "/admin/translations", key: "translations", permission: "enter" },
  { href: "/admin/revisions", key: "revisions", permission: "enter" },
  { href: "/admin/verification", key: "verification", permission: "listings.verify" },
  { href: "/admin/corrections", key: "corrections", permission: "corrections.handle" },
  { href: "/admin/imports", key: "imports", permission: "imports.prepare" },
  { href: "/admin/staff", key: "staff", permission: "staff.manage" },
  { href: "/admin/settings", key: "settings", permission: "settings.propose" },
  { href: "/admin/audit", key: "audit", permission: "audit.read" },
] as const satisfies readonly { href: string; key: string; permission: Permission }[];
