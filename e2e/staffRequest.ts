// The staff area as a form without scripts asks it: requests alone, no browser.
import { randomInt } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { request, type APIRequestContext, type APIResponse } from "playwright/test";
import { expect, person, totpCode } from "./staff.ts";
import { demonstrationPassword } from "../lib/demonstrationStaff.ts";
import type { Role } from "../lib/permissions.ts";

export const guideOrigin = () => process.env.GUIDE_ORIGIN ?? "";

/** An address of one's own (RFC 5737, RFC 3849): tries are counted by it, and tests are not in each other's way. */
export const ownAddress = () => ({ "x-forwarded-for": `2001:db8:${randomInt(65536).toString(16)}:${randomInt(65536).toString(16)}::1` });

/** Somebody's browser: keeps cookies, follows nothing. */
export const newPerson = () => request.newContext({ baseURL: guideOrigin(), maxRedirects: 0, extraHTTPHeaders: ownAddress() });

export type BuiltAction = { id: string; page: string };

/** Action name in lib/access.ts → its id in the built pages, and a page that knows it. */
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
    const worker = Object.keys(workers).find((key) => /^app\/admin\/.*page$/.test(key));
    if (name && worker) found.set(name, { id, page: worker.replace(/^app/, "").replace(/\/page$/, "").replace(/\/\([^)]+\)/g, "") });
  }
  return found;
}

/** An address of this shape; no record has this id. */
export const exampleOf = (path: string) => path.replaceAll("[entity]", "Organization").replaceAll("[locale]", "es").replace(/\[[^\]]+\]/g, "00000000-0000-4000-8000-000000000000");

/** Sends a form to an action, as a browser without scripts does. */
export async function postAction(context: APIRequestContext, { id, page }: BuiltAction, fields: Record<string, string> = {}): Promise<APIResponse> {
  return context.post(exampleOf(page), { headers: { origin: guideOrigin() }, multipart: { [`$ACTION_ID_${id}`]: "", ...fields } });
}

const led = (response: APIResponse) => [response.status(), response.headers().location];

/** Signs a demonstration person in. */
export async function signInByRequest(context: APIRequestContext, role: Role, nth = 0): Promise<void> {
  const actions = builtActions();
  const first = await postAction(context, actions.get("signIn")!, { email: person(role, nth).email, password: demonstrationPassword });
  expect(led(first)).toEqual([303, "/admin/second-factor"]);
  const second = await postAction(context, actions.get("showCode")!, { method: "totp", code: totpCode() });
  expect(led(second)).toEqual([303, "/admin"]);
}

/** A person whom the administrator has just invited: signed in, without a second factor. */
export async function signInWithoutSecondFactor(administrator: APIRequestContext, context: APIRequestContext, role: Role): Promise<void> {
  const actions = builtActions();
  const email = `${role}.${Date.now()}.${Math.random().toString(36).slice(2)}@demo.example`;
  const password = "seven quiet rivers and a lamp";
  const invited = await postAction(administrator, actions.get("inviteStaff")!, { name: "New person", email, role, locale: "en" });
  const token = /\/admin\/welcome\/([\w-]+)/.exec(await invited.text())?.[1];
  expect(token, "the one-time link").toBeTruthy();
  expect(led(await postAction(context, actions.get("choosePassword")!, { token: token!, password, passwordAgain: password }))).toEqual([303, "/admin/sign-in?done=password"]);
  expect(led(await postAction(context, actions.get("signIn")!, { email, password }))).toEqual([303, "/admin"]);
}
