import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { NotAllowed } from "./allow";
import { db } from "./db";
import { createSource, listSources } from "./sourcesOfStaff";
import { newSource, type NewSource } from "@/lib/newSource";
import { roles, type Actor, type Role } from "@/lib/permissions";

const person = (role: Role): Actor => ({ id: randomUUID(), role, secondFactor: true });
const create = (actor: Actor, source: NewSource) => db.$transaction((transaction) => createSource(transaction, actor, source));
const source = newSource.parse({ name: "Núñez Clinic", url: "https://example.org/", kind: "organization", readOn: "2026-11-01" });

describe("a new source", () => {
  it("is written down once, with its audit row, however often and by how many it is entered", async () => {
    const keys = await Promise.all([1, 2, 3, 4].map(() => create(person("contributor"), source)));
    expect(new Set(keys)).toEqual(new Set(["nunez-clinic"]));
    expect(await db.auditEntry.count({ where: { action: "source.create", entityId: "nunez-clinic" } })).toBe(1);
    expect(await create(person("editor"), { ...source, readOn: "2026-11-02" })).toBe("nunez-clinic-2");
    expect((await listSources(["nunez-clinic", "nobody"])).map(({ name, url }) => [name, url])).toEqual([["Núñez Clinic", "https://example.org/"]]);
  });

  it("is for those who may propose", async () => {
    for (const role of roles) {
      const made = create(person(role), { ...source, name: `By ${role}` });
      if (role === "translator" || role === "counsel") await expect(made).rejects.toThrow(NotAllowed);
      else expect(await made).toBe(`by-${role}`);
    }
  });

  it.each([{ url: "javascript:alert(1)" }, { url: "" }, { kind: "rumour" }, { readOn: "2026-02-30" }, { readOn: "2999-01-01" }, { name: " " }, { name: "a\u0000" }, { extra: 1 }])("is refused with %j", (change) => {
    expect(newSource.safeParse({ ...source, ...change }).success).toBe(false);
  });
});
