// Every page, action and route of the staff area × every role and nobody: the promise of lib/access.ts, kept by the
// built pages.
import type { APIRequestContext } from "playwright/test";
import { expect, test } from "./staff.ts";
import { builtActions, exampleOf, guideOrigin, newColleague, newPerson, postAction, signInByRequest, signInWithoutSecondFactor } from "./staffRequest.ts";
import { staffActions, staffPages, staffRoutes, type StaffPage } from "../lib/access.ts";
import { may, roles, type Permission, type Role } from "../lib/permissions.ts";

type Person = { name: string; role: Role | null; secondFactor: boolean };
const people: Person[] = [
  { name: "nobody", role: null, secondFactor: false },
  ...roles.map((role) => ({ name: role, role, secondFactor: true })),
  { name: "editor without second factor", role: "editor", secondFactor: false },
];
type Asked = Permission | "nobody";
const entries = <Value>(table: Record<string, Value>) => Object.entries(table);

/** Where somebody is led who may not; null where they may. */
function turnedAway({ role, secondFactor }: Person, permission: Asked): string | null {
  if (permission === "nobody") return null;
  if (!role) return "/admin/sign-in";
  const answer = may({ id: "", role, secondFactor }, permission);
  return answer === "role" ? "/admin/no-access" : answer === "secondFactor" ? "/admin/second-factor" : null;
}
const pathOf = (location: string | undefined) => (location ? new URL(location, "http://site").pathname : null);

async function enter({ role, secondFactor }: Person): Promise<APIRequestContext> {
  const context = await newPerson();
  if (role && secondFactor) await signInByRequest(context, role);
  if (!role || secondFactor) return context;
  await signInWithoutSecondFactor(context, await newColleague(role));
  return context;
}

test("the built pages know every action of the table, and no other", () => {
  expect([...builtActions().keys()].sort()).toEqual(Object.keys(staffActions).sort());
});

// These would end the session that the other checks need.
const ending = ["signOut", "revokeSession"];

for (const person of people)
  test(`what ${person.name} may open and do`, async () => {
    const context = await enter(person);
    const check = (what: string, permission: Asked, status: number, location: string | undefined, redirect: number) => {
      const away = turnedAway(person, permission);
      if (away) expect.soft([status, pathOf(location)], what).toEqual([redirect, away]);
      else {
        // An empty form, or a record that is not there: a sentence, a way on or 404; never a crash, never a refusal.
        expect.soft(status, what).toBeLessThan(500);
        if (permission !== "nobody") expect.soft(pathOf(location), what).not.toBe("/admin/sign-in");
        expect.soft(pathOf(location), what).not.toBe("/admin/no-access");
      }
    };
    for (const [page, permission] of entries<Asked>(staffPages)) {
      const response = await context.get(exampleOf(page));
      check(page, permission, response.status(), response.headers().location, 307);
    }
    for (const [route, permission] of entries<Asked>(staffRoutes)) {
      const [method, path] = route.split(" ") as [string, string];
      const response = await context.fetch(exampleOf(path), { method, headers: { origin: guideOrigin() } });
      check(route, permission, response.status(), response.headers().location, 303);
    }
    const actions = builtActions();
    for (const [name, permission] of entries<Asked>(staffActions)) {
      if (ending.includes(name) && !turnedAway(person, permission)) continue;
      const action = actions.get(name)!;
      const page = action.pages.find((page) => !turnedAway(person, staffPages[page as StaffPage])) ?? action.pages[0];
      const response = await postAction(context, action, {}, page);
      check(name, permission, response.status(), response.headers().location, 303);
    }
    await context.dispose();
  });
