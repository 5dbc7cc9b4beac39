import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { NotAllowed } from "../allow";
import { db } from "../db";
import { readChapters } from "../guides";
import { approveRevision } from "./decide";
import { moveRecord } from "./move";
import { getEditing, listHistory } from "./read";
import { saveRevision } from "./save";
import { roles, type Actor, type Role } from "@/lib/permissions";

const person = (role: Role): Actor => ({ id: randomUUID(), role, secondFactor: true });
const editor = person("editor");

async function chapterOf(nth: number) {
  const chapter = await db.chapter.findFirstOrThrow({ where: { guideKey: "know-your-rights" }, orderBy: { position: "asc" }, skip: nth, select: { id: true, sections: { orderBy: { position: "asc" }, select: { id: true, key: true } } } });
  const shown = async () => (await readChapters([chapter.id], "es"))[0]!.sections.map(({ key }) => key);
  return { ...chapter, shown };
}

it("changes places with its neighbor, at once and in both languages; the ends stay the ends", async () => {
  const { sections, shown } = await chapterOf(0);
  const [first, second, ...others] = sections.map(({ key }) => key);
  expect(await moveRecord(editor, "Section", sections[1]!.id, "up")).toBe(true);
  expect(await shown()).toEqual([second, first, ...others]);
  expect(await moveRecord(editor, "Section", sections[1]!.id, "up")).toBe(false);
  expect(await moveRecord(editor, "Section", sections.at(-1)!.id, "down")).toBe(false);
  expect(await moveRecord(editor, "Section", randomUUID(), "up")).toBe(false);
  expect((await listHistory("Section", sections[0]!.id))[0]).toMatchObject({ state: "approved", changedFields: ["position"], authorIds: [editor.id] });
  expect(await db.auditEntry.count({ where: { action: "record.move", entityId: sections[1]!.id } })).toBe(1);
});

it("takes an open proposal along: its approval moves nothing back, and whoever edits is told", async () => {
  const { sections } = await chapterOf(1);
  const id = sections[1]!.id;
  const { version, approved } = (await getEditing("Section", id))!;
  await saveRevision(editor, { entity: "Section", entityId: id, base: version, document: { ...approved!, pictogram: "scam" }, intent: "draft" });
  await moveRecord(editor, "Section", id, "up");
  const after = (await getEditing("Section", id))!;
  expect(after.open?.document.position).toBe(after.approved!.position);
  expect(after.open?.document.pictogram).toBe("scam");
  expect(await saveRevision(editor, { entity: "Section", entityId: id, base: version + 1, document: approved, intent: "draft" })).toMatchObject({ kind: "conflict" });
});

it("ten at once leave every record in a place of its own", async () => {
  const { sections, shown } = await chapterOf(2);
  await Promise.all(Array.from({ length: 10 }, (_, index) => moveRecord(editor, "Section", sections[index % sections.length]!.id, index % 2 ? "up" : "down")));
  expect((await shown()).sort()).toEqual(sections.map(({ key }) => key).sort());
  const places = await db.section.findMany({ where: { id: { in: sections.map(({ id }) => id) } }, select: { position: true } });
  expect(new Set(places.map(({ position }) => position)).size).toBe(sections.length);
});

it("undoes nothing that is approved in the same moment", async () => {
  const { sections } = await chapterOf(4);
  const id = sections[0]!.id;
  for (let turn = 0; turn < 20; turn++) {
    const pictogram = turn % 2 ? "scam" : "eye";
    const { version, approved } = (await getEditing("Section", id))!;
    const saved = await saveRevision(editor, { entity: "Section", entityId: id, base: version, document: { ...approved!, pictogram }, intent: "submit" });
    if (saved.kind !== "saved") continue;
    const [decided] = await Promise.all([approveRevision(editor, saved.revisionId, saved.version), moveRecord(editor, "Section", id, turn % 2 ? "up" : "down")]);
    if (decided.kind === "gone") await approveRevision(editor, saved.revisionId, saved.version + 1);
    expect((await getEditing("Section", id))!.approved?.pictogram).toBe(pictogram);
  }
});

it.each(["Chapter", "Directive", "Provision"] as const)("moves a %s", async (entity) => {
  const rows = { Chapter: () => db.chapter.findFirstOrThrow({ orderBy: { position: "asc" }, select: { id: true } }), Directive: () => db.directive.findFirstOrThrow({ orderBy: { position: "asc" }, select: { id: true } }), Provision: () => db.provision.findFirstOrThrow({ where: { position: 1 }, select: { id: true } }) };
  expect(await moveRecord(editor, entity, (await rows[entity]()).id, "down")).toBe(true);
});

it.each(roles)("who may: %s", async (role) => {
  const { sections } = await chapterOf(3);
  const move = moveRecord(person(role), "Section", sections[1]!.id, "up");
  if (role === "editor" || role === "administrator") expect(await move).toEqual(expect.any(Boolean));
  else await expect(move).rejects.toThrow(NotAllowed);
});
