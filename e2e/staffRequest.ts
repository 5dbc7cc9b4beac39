// The staff area as a form without scripts asks it: requests alone, no browser.
import { randomInt, randomUUID } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { request, type APIRequestContext, type APIResponse } from "playwright/test";
import { expect, person } from "./staff.ts";
import { demonstrationPassword, demonstrationSecret } from "../lib/demonstrationStaff.ts";
import type { Role } from "../lib/permissions.ts";
import { totpCode } from "../lib/totpCode.ts";

export const guideOrigin = () => process.env.GUIDE_ORIGIN ?? "";

/** An address of one's own (RFC 5737, RFC 3849): tries are counted by it, and tests are not in each other's way. */
export const ownAddress = () => ({ "x-forwarded-for": `2001:db8:${randomInt(65536).toString(16)}:${randomInt(65536).toString(16)}::1` });

/** Somebody's browser: keeps cookies, follows nothing. */
export const newPerson = () => request.newContext({ baseURL: guideOrigin(), maxRedirects: 0, extraHTTPHeaders: ownAddress() });

/** The pages that know it: after an action that leads nowhere the page itself is drawn, for those who may open it. */
export type BuiltAction = { id: string; pages: string[] };

/** Action name in lib/access.ts → its id in the built pages. */
export function builtActions(): Map<string, BuiltAction> {
  const manifest = JSON.parse(readFileSync(join(process.env.NEXT_DIST_DIR || ".next", "server", "server-reference-manifest.json"), "utf8")) as {
    node: Record<string, { workers: Record<string, unknown>; exportedName: string; filename: string }>;
  };
  const names = new Map<string, string>();
  for (const file of readdirSync("app/admin", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts")))
    for (const [, exported, name] of readFileSync(join("app/admin", file), "utf8").matchAll(/^export const (\w+) = (?:staff|entrance)Action\(\s*"([^"]+)"/gm))
      names.set(`app/admin/${file.replaceAll("\\", "/")} ${exported}`, name!);
  const found = new Map<string, BuiltAction>();
  for (const [id, { workers, exportedName, filename }] of Object.entries(manifest.node)) {
    const name = names.get(`${filename} ${exportedName}`);
    const pages = Object.keys(workers).flatMap((key) => (/^app(\/\([^)]+\))?\/admin\/(.*\/)?page$/.test(key) ? [key.replace(/^app/, "").replace(/\/page$/, "").replace(/\/\([^)]+\)/g, "")] : []));
    if (name && pages.length > 0) found.set(name, { id, pages });
  }
  return found;
}

/** An address of this shape; no record has this id. */
export const exampleOf = (path: string) => path.replaceAll("[entity]", "Organization").replaceAll("[locale]", "es").replace(/\[[^\]]+\]/g, "00000000-0000-4000-8000-000000000000");

/** Sends a form to an action, as a browser without scripts does. */
export async function postAction(context: APIRequestContext, { id, pages: [first] }: BuiltAction, fields: Record<string, string> = {}, page = first!): Promise<APIResponse> {
  return context.post(exampleOf(page), { headers: { origin: guideOrigin() }, multipart: { [`$ACTION_ID_${id}`]: "", ...fields } });
}

/** The token of a one-time link, made in the guide's database as `npm run staff:add` makes it. */
async function inviteInto(database: string, person: { name: string; email: string; role: Role; locale: "en" | "es" }): Promise<string> {
  process.env.DATABASE_URL = database;
  // Only now: data/ connects to the database that the environment names.
  const { addStaff } = await import("../data/staff.ts");
  const answer = await addStaff(null, person);
  if ("refused" in answer) throw new Error(answer.refused);
  return answer.link.split("/").at(-1)!;
}

const led = (response: APIResponse) => [response.status(), response.headers().location];

/** Signs a demonstration person in. */
export async function signInByRequest(context: APIRequestContext, role: Role, nth = 0): Promise<void> {
  const actions = builtActions();
  const first = await postAction(context, actions.get("signIn")!, { email: person(role, nth).email, password: demonstrationPassword });
  expect(led(first)).toEqual([303, "/admin/second-factor"]);
  const second = await postAction(context, actions.get("showCode")!, { method: "totp", code: totpCode(demonstrationSecret.typed) });
  expect(led(second)).toEqual([303, "/admin"]);
}

export const ownPassword = "seven quiet rivers and a lamp";

/** Somebody who has just been invited and has chosen a password. @returns their e-mail address */
export async function newColleague(role: Role): Promise<string> {
  const email = `${role}.${randomUUID()}@demo.example`;
  const token = await inviteInto(process.env.GUIDE_DATABASE_URL ?? "", { name: "New person", email, role, locale: "en" });
  const context = await newPerson();
  expect(led(await postAction(context, builtActions().get("choosePassword")!, { token, password: ownPassword, passwordAgain: ownPassword }))).toEqual([303, "/admin/sign-in?done=password"]);
  await context.dispose();
  return email;
}

/** Signs such a person in: without a second factor. */
export async function signInWithoutSecondFactor(context: APIRequestContext, email: string): Promise<void> {
  expect(led(await postAction(context, builtActions().get("signIn")!, { email, password: ownPassword }))).toEqual([303, "/admin"]);
}
