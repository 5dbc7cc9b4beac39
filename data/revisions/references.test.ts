import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "../db";
import { readChapters } from "../guides";
import { newRecordParts } from "../staffTexts";
import { approveRevision } from "./decide";
import { getEditing } from "./read";
import { saveRevision } from "./save";
import type { RecordEntity } from "@/lib/documents";
import type { Actor, Role } from "@/lib/permissions";
import { recordFromForm, type TextRecord } from "@/lib/recordForm";

const person = (role: Role): Actor => ({ id: randomUUID(), role, secondFactor: true });
const [ana, ben] = [person("contributor"), person("editor")];
const sourceKey = "cfr-8-236-1";
const save = (entity: RecordEntity, entityId: string, document: unknown, base = 0) => saveRevision(ana, { entity, entityId, base, document, intent: "submit", sourceKey });
const chapterId = async () => (await db.chapter.findFirstOrThrow({ where: { guideKey: "know-your-rights" }, orderBy: { position: "asc" }, select: { id: true } })).id;

async function fromForm(entity: TextRecord, fields: Record<string, string>) {
  const values = { ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])), lastReviewedOn: ["2026-11-20"], ...(entity === "Chapter" ? {} : { sources: [sourceKey] }) };
  return recordFromForm(entity, values, (await newRecordParts(entity, values))!);
}
const sectionForm = async (title: string) =>
  fromForm("Section", { parent: await chapterId(), "text.en.title": title, "text.es.title": "¿Y ahora qué?", "text.en.answer": "Wait.", "text.es.answer": "Espere." });

describe("a new text", () => {
  it("stands at the end of its chapter once approved, under a key made from its title", async () => {
    const id = randomUUID();
    const saved = await save("Section", id, await sectionForm("And now? Núñez & co."));
    if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
    expect(await approveRevision(ben, saved.revisionId, saved.version)).toEqual({ kind: "decided" });
    const [chapter] = await readChapters([await chapterId()], "es");
    expect(chapter!.sections.at(-1)).toMatchObject({ key: "and-now-nunez-co", title: "¿Y ahora qué?", status: { counsel: null, stale: false } });
  });

  it("cannot take the key of another one, not even when both were proposed before", async () => {
    const [first, second] = [await save("Section", randomUUID(), await sectionForm("Twice")), await save("Section", randomUUID(), await sectionForm("Twice"))];
    if (first.kind !== "saved" || second.kind !== "saved") throw new Error("not saved");
    expect(await approveRevision(ben, first.revisionId, first.version)).toEqual({ kind: "decided" });
    expect(await approveRevision(ben, second.revisionId, second.version)).toEqual({ kind: "taken" });
    expect(await save("Section", randomUUID(), await sectionForm("Twice"))).toEqual({ kind: "refused", faults: [{ path: "key", code: "taken" }] });
  });

  it("cannot take the address of another page, in any language", async () => {
    const document = await fromForm("Chapter", { parent: "know-your-rights", "text.en.title": "A new chapter", "text.es.title": "En el trabajo", "text.en.summary": "S", "text.es.summary": "S" });
    expect(await save("Chapter", randomUUID(), document)).toEqual({ kind: "refused", faults: [{ path: "slug.es", code: "taken" }] });
  });

  it("needs a title that letters can be made of", async () => {
    expect(await save("Section", randomUUID(), await sectionForm("¿?"))).toMatchObject({ kind: "refused", faults: [{ path: "key", code: "slug" }] });
  });

  it("belongs somewhere, and names sources that are there", async () => {
    const document = await sectionForm("Nowhere");
    expect(await save("Section", randomUUID(), { ...document, chapterId: "elsewhere" })).toMatchObject({ faults: [{ path: "chapterId", code: "choice" }] });
    expect(await save("Section", randomUUID(), { ...document, sources: ["no-such-source"] })).toMatchObject({ faults: [{ path: "sources", code: "choice" }] });
    expect(await newRecordParts("Section", { parent: ["elsewhere"] })).toBeNull();
    expect(await newRecordParts("Chapter", {})).toBeNull();
  });
});

describe("headings of an act", () => {
  const grouped = () => db.provision.findFirstOrThrow({ where: { group: { not: null } }, select: { id: true, directiveId: true, group: true } });

  it("in use have to stay", async () => {
    const { directiveId, group } = await grouped();
    const { version, approved } = (await getEditing("Directive", directiveId))!;
    const without = <T extends { groups: Record<string, string> }>(text: T): T => ({ ...text, groups: Object.fromEntries(Object.entries(text.groups).filter(([key]) => key !== group)) });
    const document = { ...approved!, text: { en: without(approved!.text.en), es: without(approved!.text.es) } };
    expect(await save("Directive", directiveId, document, version)).toEqual({ kind: "refused", faults: [{ path: `text.en.groups.${group}`, code: "required" }] });
  });

  it("are the only ones that its points can name", async () => {
    const { id } = await grouped();
    const { version, approved } = (await getEditing("Provision", id))!;
    expect(await save("Provision", id, { ...approved!, group: "no-such-heading" }, version)).toMatchObject({ faults: [{ path: "group", code: "choice" }] });
  });
});

it("a law that made an act one has to be there", async () => {
  const { id } = await db.directive.findFirstOrThrow({ select: { id: true } });
  const { version, approved } = (await getEditing("Directive", id))!;
  expect(await save("Directive", id, { ...approved!, madeLawBy: "no-such-act" }, version)).toMatchObject({ faults: [{ path: "madeLawBy", code: "choice" }] });
});

it("the city's clock has to be one that runs", async () => {
  const { key } = await db.city.findFirstOrThrow({ select: { key: true } });
  const { version, approved } = (await getEditing("City", key))!;
  const answer = await saveRevision(person("administrator"), { entity: "City", entityId: key, base: version, document: { ...approved!, timeZone: "Mars/Olympus" }, intent: "submit" });
  expect(answer).toEqual({ kind: "refused", faults: [{ path: "timeZone", code: "choice" }] });
});
