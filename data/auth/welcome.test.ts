import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "../db";
import { addStaff, newWelcomeLink } from "../staff";
import { currentStaff } from "../staffSession";
import { enter, makePerson, password, requestWith } from "./testing";
import { TooManyTries } from "./tries";
import { choosePassword, readWelcomeLink } from "./welcome";

async function invited() {
  const email = `${randomUUID()}@staff.example`;
  const added = await addStaff(null, { name: "Beto", email, role: "contributor", locale: "es" });
  if ("refused" in added) throw new Error(added.refused);
  return { id: added.id, email, token: added.link.split("/").at(-1) ?? "" };
}

describe("a one-time link", () => {
  it("says whose it is, sets the password once, and is stored as a hash only", async () => {
    const { id, email, token } = await invited();
    expect(JSON.stringify(await db.staffToken.findMany({ where: { value: id } }))).not.toContain(token);
    for (let look = 0; look < 7; look++) expect(await readWelcomeLink(requestWith([], "somebody who looks often"), token)).toEqual({ name: "Beto", email, locale: "es" });
    expect(await choosePassword(requestWith(), token, "too short")).toBe("short");
    expect(await choosePassword(requestWith(), token, password)).toBeNull();
    expect(await readWelcomeLink(requestWith(), token)).toBeNull();
    expect(await choosePassword(requestWith(), token, "another good long phrase")).toBe("link");
    expect((await enter(email)).outcome).toBe("signedIn");
  });

  it("works for one of many who use it at once", async () => {
    const { id, token } = await invited();
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => choosePassword(requestWith(), token, `${password} ${index}`)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(answers.filter((answer) => answer === "link")).toHaveLength(7);
    expect(await db.auditEntry.count({ where: { entityId: id, action: "password.change" } })).toBe(1);
  });

  it("ends after 48 hours, when a newer one is made, and when the person leaves", async () => {
    const { actor } = await makePerson("administrator");
    const late = await invited();
    await db.staffToken.updateMany({ where: { value: late.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await choosePassword(requestWith(), late.token, password)).toBe("link");
    const again = await invited();
    const renewed = await newWelcomeLink(actor, again.id);
    expect(await readWelcomeLink(requestWith(), again.token)).toBeNull();
    expect("link" in renewed && (await readWelcomeLink(requestWith(), renewed.link.split("/").at(-1) ?? ""))).toMatchObject({ email: again.email });
    const gone = await invited();
    await db.staffMember.update({ where: { id: gone.id }, data: { disabledAt: new Date() }, select: { id: true } });
    expect(await choosePassword(requestWith(), gone.token, password)).toBe("link");
  });

  it("ends every session of the person when it is used", async () => {
    const { actor } = await makePerson("administrator");
    const { id, email } = await makePerson();
    const { headers } = await enter(email);
    const renewed = await newWelcomeLink(actor, id);
    expect(await currentStaff(headers), "not before").not.toBeNull();
    if ("refused" in renewed) throw new Error(renewed.refused);
    expect(await choosePassword(requestWith(), renewed.link.split("/").at(-1) ?? "", "another good long phrase")).toBeNull();
    expect(await currentStaff(headers)).toBeNull();
    expect((await enter(email)).outcome, "the old password").toBe("refused");
  });

  it("cannot be guessed: five tries an address", async () => {
    const sender = randomUUID();
    for (let count = 0; count < 5; count++) expect(await readWelcomeLink(requestWith([], sender), randomUUID())).toBeNull();
    await expect(readWelcomeLink(requestWith([], sender), (await invited()).token)).rejects.toThrow(TooManyTries);
  });

  it("that is worth nothing counts once, though its page, its form and the answer to that ask for it", async () => {
    const sender = randomUUID();
    const { token } = await makePerson();
    for (let time = 0; time < 5; time++) {
      expect(await readWelcomeLink(requestWith([], sender), token)).toBeNull();
      expect(await choosePassword(requestWith([], sender), token, password)).toBe("link");
    }
    for (let count = 0; count < 4; count++) expect(await readWelcomeLink(requestWith([], sender), randomUUID())).toBeNull();
    await expect(choosePassword(requestWith([], sender), (await invited()).token, password)).rejects.toThrow(TooManyTries);
    expect(await readWelcomeLink(requestWith([], sender), token), "what was told before may be told again").toBeNull();
  });

  it("asked for many times at once is looked at like one: a good one is good for all, and one that is worth nothing counts once", async () => {
    const many = (sender: string, token: string) => Promise.all(Array.from({ length: 8 }, () => readWelcomeLink(requestWith([], sender), token)));
    const [sender, good, used] = [randomUUID(), await invited(), await makePerson()];
    expect(await many(sender, good.token)).toEqual(Array(8).fill({ name: "Beto", email: good.email, locale: "es" }));
    expect(await many(sender, used.token)).toEqual(Array(8).fill(null));
    for (let count = 0; count < 4; count++) expect(await readWelcomeLink(requestWith([], sender), randomUUID())).toBeNull();
    const late = randomUUID();
    for (const token of [late, good.token]) await expect(many(sender, token)).rejects.toThrow(TooManyTries);
    expect(await many(randomUUID(), late), "of somebody else").toEqual(Array(8).fill(null));
  });
});
