import { randomUUID } from "node:crypto";
import { addStaff } from "../staff";
import type { Cookie } from "./cookies";
import { signInWithPassword } from "./signIn";
import { choosePassword } from "./welcome";
import type { Actor, Role } from "@/lib/permissions";

// For tests: people of their own, so that tests do not meet.

export const password = "verde caballo lampara nube";

/** A request of somebody whom nobody else counts tries with. */
export function requestWith(cookies: Cookie[] = [], sender: string = randomUUID()): Headers {
  const cookie = cookies.filter(({ value }) => value !== "").map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
  return new Headers({ "x-client-key": sender, cookie: cookie.join("; "), "user-agent": "Mozilla/5.0 (Linux; Android 14) Chrome/120.0 Mobile Safari/537.36" });
}

/** Somebody who was invited and has chosen a password. */
export async function makePerson(role: Role = "editor"): Promise<{ id: string; email: string; actor: Actor; token: string }> {
  const email = `${randomUUID()}@staff.example`;
  const added = await addStaff(null, { name: "Ana Prueba", email, role, locale: "en" });
  if ("refused" in added) throw new Error(added.refused);
  const token = added.link.split("/").at(-1) ?? "";
  const problem = await choosePassword(requestWith(), token, password);
  if (problem) throw new Error(problem);
  return { id: added.id, email, actor: { id: added.id, role, secondFactor: true }, token };
}

/** Signs in with the password. */
export async function enter(email: string, typed = password): Promise<{ outcome: string; headers: Headers }> {
  const answer = await signInWithPassword(requestWith(), { email, password: typed });
  return { outcome: answer.outcome, headers: requestWith("cookies" in answer ? answer.cookies : []) };
}
