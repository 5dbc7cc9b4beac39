import { currentStaff } from "./currentStaff";
import { staffRoutes, type StaffRoute } from "@/lib/access";
import { may } from "@/lib/permissions";
import type { Staff } from "@/data/staffSession";

type Entrance = { [R in StaffRoute]: (typeof staffRoutes)[R] extends "nobody" ? R : never }[StaffRoute];

/** What every route handler of the staff area begins with: who asks, or the answer that turns them away. */
export async function openStaffRoute(route: Exclude<StaffRoute, Entrance>): Promise<Staff | Response> {
  const staff = await currentStaff();
  const answer = staff ? may(staff.actor, staffRoutes[route]) : "nobody";
  if (staff && answer === "yes") return staff;
  const next = answer === "nobody" ? "/admin/sign-in" : answer === "role" ? "/admin/no-access" : "/admin/second-factor";
  // Relative: the studio knows itself by its loopback address.
  return new Response(null, { status: 303, headers: { location: next } });
}

/** The same for routes that people reach before they are signed in. */
export function openEntranceRoute(_route: Entrance): void {}
