import { createHmac, randomUUID } from "node:crypto";
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

/** The code of an authenticator app (RFC 6238), for a secret as people type it. */
export function totpCode(secret: string, time = Date.now()): string {
  const bits = [...secret].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(time / 30_000)));
  const digest = createHmac("sha1", key).update(counter).digest();
  return String((digest.readUInt32BE(digest[19]! & 15) & 0x7fffffff) % 1e6).padStart(6, "0");
}
