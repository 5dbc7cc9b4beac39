import { createHash, randomBytes } from "node:crypto";
import { record } from "../audit";
import { db, type Transaction } from "../db";
import { staffOrigin } from "./auth";
import { closeSessions } from "./closeSessions";
import { hashPassword } from "./passwordHash";
import { storePassword } from "./storePassword";
import { countGuess } from "./tries";
import { passwordProblem, type PasswordProblem } from "@/lib/password";
import { senderOf } from "@/lib/senderOf";

const lifetime = 48 * 3_600_000;
const prefix = "welcome:";
// Stored as a hash: whoever reads the table cannot use it.
const identifierOf = (token: string) => prefix + createHash("sha256").update(token).digest("hex");

/** Makes a one-time link by which one person chooses a password, for 48 hours; earlier links of theirs end. */
export async function makeWelcomeLink(transaction: Transaction, staffId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await endWelcomeLinks(transaction, staffId);
  await transaction.staffToken.create({ data: { identifier: identifierOf(token), value: staffId, expiresAt: new Date(Date.now() + lifetime) }, select: { id: true } });
  return `${staffOrigin()}/admin/welcome/${token}`;
}

/** Makes every open link of this person worthless. */
export async function endWelcomeLinks(transaction: Transaction, staffId: string): Promise<void> {
  await transaction.staffToken.deleteMany({ where: { value: staffId, identifier: { startsWith: prefix } } });
}

/** The link's page, its form and the answer to that ask for it. */
const personOf = (headers: Headers, token: string) => countGuess("link", senderOf(headers), token, () => findPerson(token));

async function findPerson(token: string) {
  const row = await db.staffToken.findFirst({ where: { identifier: identifierOf(token), expiresAt: { gt: new Date() } }, select: { value: true } });
  if (!row) return null;
  return db.staffMember.findFirst({ where: { id: row.value, disabledAt: null }, select: { id: true, name: true, email: true, locale: true } });
}

/**
 * Whose link this is. Looking at it does not use it up: mail programs look at links too.
 * @returns null: used, ended, or never made
 * @throws TooManyTries
 */
export async function readWelcomeLink(headers: Headers, token: string) {
  const person = await personOf(headers, token);
  return person && { name: person.name, email: person.email, locale: person.locale };
}

/**
 * Uses the link up: sets the password, ends every session of the person.
 * @returns what is wrong with the password, "link" when the link is worth nothing (any more), null when it is done
 * @throws TooManyTries
 */
export async function choosePassword(headers: Headers, token: string, password: string): Promise<PasswordProblem | "link" | null> {
  const person = await personOf(headers, token);
  if (!person) return "link";
  const problem = passwordProblem(password, person);
  if (problem) return problem;
  const hashed = await hashPassword(password);
  return db.$transaction(async (transaction) => {
    // Of two at once, one deletes the row.
    const used = await transaction.staffToken.deleteMany({ where: { identifier: identifierOf(token), expiresAt: { gt: new Date() } } });
    if (used.count !== 1) return "link";
    await endWelcomeLinks(transaction, person.id);
    await storePassword(transaction, person.id, hashed);
    await closeSessions(transaction, person.id);
    await record(transaction, person, { action: "password.change", entity: "StaffMember", entityId: person.id, detail: { by: "link" } });
    return null;
  });
}
