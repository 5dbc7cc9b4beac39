import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { NotAllowed } from "./allow";
import { db } from "./db";
import { approveRevision } from "./revisions/decide";
import { getEditing } from "./revisions/read";
import { saveRevision } from "./revisions/save";
import { countTranslationsDue, listTranslationsDue, staleTexts } from "./translationQueue";
import { textStatusOf } from "./translations";
import type { DocumentOf, RecordEntity } from "@/lib/documents";
import { englishHash } from "@/lib/documentTexts";
import type { Actor, Role } from "@/lib/permissions";

const person = (role: Role): Actor => ({ id: randomUUID(), role, secondFactor: true });
const [ana, ben, translator] = [person("contributor"), person("editor"), person("translator")];

const idOf = async (nth: number) => (await db.section.findMany({ orderBy: { id: "asc" }, skip: nth, take: 1, select: { id: true } }))[0]!.id;
const present = async <E extends RecordEntity>(entity: E, id: string) => {
  const { open, approved, version } = (await getEditing(entity, id))!;
  return { document: (open?.document ?? approved)!, version, sourceKey: open?.sourceKey };
};

async function propose<E extends RecordEntity>(actor: Actor, entity: E, id: string, change: (document: DocumentOf<E>) => object, sourceKey?: string) {
  const { document, version, sourceKey: earlier } = await present(entity, id);
  const key = sourceKey ?? earlier;
  const saved = await saveRevision(actor, { entity, entityId: id, base: version, document: change(document), intent: "submit", ...(key ? { sourceKey: key } : {}) });
  if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
  return saved;
}
const approve = async ({ revisionId, version }: { revisionId: string; version: number }) => expect(await approveRevision(ben, revisionId, version)).toEqual({ kind: "decided" });

const answer = (locale: "en" | "es", words: string) => (document: DocumentOf<"Section">) => ({ ...document, text: { ...document.text, [locale]: { ...document.text[locale], answer: words } } });
const stillRight = (document: DocumentOf<"Section">) => ({ ...document, confirmed: { es: englishHash("Section", document) } });
const changeEnglish = async (id: string, words: string) => approve(await propose(ana, "Section", id, answer("en", words), "cfr-8-236-1"));
const dueIds = async () => (await listTranslationsDue("es", "en")).rows.map(({ id }) => id);
const isStale = async (id: string) => (await textStatusOf("Section", [id], "es")).get(id)!.stale;

it("is empty at the start, and always for English", async () => {
  expect(await listTranslationsDue("es", "en")).toEqual({ rows: [], total: 0 });
  expect(await listTranslationsDue("en", "en")).toEqual({ rows: [], total: 0 });
});

it("a text whose English has changed waits, with the English that it was made from, until somebody translates it", async () => {
  const id = await idOf(0);
  const { document } = await present("Section", id);
  await changeEnglish(id, "First change.");
  await changeEnglish(id, "Second change.");
  expect((await listTranslationsDue("es", "en")).rows.find((row) => row.id === id)?.place).toEqual({ guideKey: expect.any(String), title: expect.any(String) });
  expect(await staleTexts("Section", id, "es")).toEqual([{ path: "text", madeFrom: document.text.en }]);
  await approve(await propose(translator, "Section", id, answer("es", "Segundo cambio.")));
  expect([await dueIds(), await isStale(id)]).toEqual([[], false]);
});

it("a translation that is still right needs no change of words, only somebody's word and an approval", async () => {
  const id = await idOf(1);
  await changeEnglish(id, "A comma, no more.");
  const saved = await propose(translator, "Section", id, stillRight);
  expect(await isStale(id)).toBe(true);
  expect(await approveRevision({ ...translator, role: "editor" }, saved.revisionId, saved.version)).toEqual({ kind: "own" });
  await approve(saved);
  expect(await isStale(id)).toBe(false);
  await changeEnglish(id, "And now another thing.");
  expect(await isStale(id)).toBe(true);
});

it("what was found right beside one English does not count beside another", async () => {
  const id = await idOf(2);
  await changeEnglish(id, "First English.");
  await propose(translator, "Section", id, stillRight);
  await approve(await propose(ana, "Section", id, answer("en", "Other English, in the same proposal."), "cfr-8-236-1"));
  expect(await isStale(id)).toBe(true);
});

it("a translator goes on from somebody's new English, and cannot change it", async () => {
  const id = await idOf(3);
  await propose(ana, "Section", id, answer("en", "New English."), "cfr-8-236-1");
  await propose(translator, "Section", id, answer("es", "Español nuevo."));
  await expect(propose(translator, "Section", id, answer("en", "Forged English."), "cfr-8-236-1")).rejects.toThrow(NotAllowed);
  const { document } = await present("Section", id);
  for (const change of [{ position: 9_999 }, { pictogram: document.pictogram === "scam" ? "eye" : "scam" }, { lastReviewedOn: "2020-01-01" }, { sources: [...document.sources, "secondary-listing"] }])
    await expect(propose(translator, "Section", id, (document) => ({ ...document, ...change }))).rejects.toThrow(NotAllowed);
});

it("what only the English says is missing", async () => {
  const id = await idOf(4);
  const { document } = await present("Section", id);
  const without = { ...document.text.es, do: [...document.text.es.do, "Una más."] };
  await approve(await propose(translator, "Section", id, (document) => ({ ...document, text: { ...document.text, es: without } })));
  const due = await listTranslationsDue("es", "en");
  expect(due.rows).toContainEqual(expect.objectContaining({ id, stale: false, gaps: true }));
  expect([await countTranslationsDue("es"), await countTranslationsDue("en")]).toEqual([due.total, 0]);
  const { why: _, ...noReason } = document.text.es;
  await approve(await propose(translator, "Section", id, (document) => ({ ...document, text: { ...document.text, es: noReason } })));
  const gaps = (await listTranslationsDue("es", "en")).rows.find((row) => row.id === id)?.gaps ?? false;
  expect(gaps).toBe(document.text.en.why !== undefined);
});

it("a service of a listing waits as its listing, by its path", async () => {
  const { organizationId: id } = await db.service.findFirstOrThrow({ select: { organizationId: true } });
  const { document } = await present("Organization", id);
  const [first, ...others] = document.services;
  const services = [{ ...first!, text: { ...first!.text, en: { ...first!.text.en, name: "Another name" } } }, ...others];
  await approve(await propose(ana, "Organization", id, (document) => ({ ...document, services }), Object.values(document.sources)[0]![0]!));
  expect((await listTranslationsDue("es", "en")).rows).toContainEqual(expect.objectContaining({ entity: "Organization", id, stale: true }));
  expect(await staleTexts("Organization", id, "es")).toEqual([{ path: "services.0.text", madeFrom: first!.text.en }]);
  await approve(await propose(translator, "Organization", id, (document) => ({ ...document, confirmed: { es: englishHash("Organization", document) } })));
  expect(await staleTexts("Organization", id, "es")).toEqual([]);
});
