import { expect, it } from "vitest";
import { getCity } from "./city";
import { db } from "./db";
import { listDirectives, readDirective } from "./directives";
import { listChapters, readChapters } from "./guides";
import { listHotlines } from "./listings";
import { readDocument, writeDocuments } from "./records";
import { textStatusOf, translationsOf } from "./translations";
import type { DocumentOf, RecordEntity } from "@/lib/documents";

async function changeEnglish<E extends RecordEntity>(entity: E, id: string, change: (document: DocumentOf<E>) => object): Promise<void> {
  const document = (await readDocument(db, entity, id))!;
  await writeDocuments(db, entity, [{ id, document: change(document) as DocumentOf<E> }]);
}
const inEnglish = <T extends { text: { en: object } }>(document: T, words: object) => ({ ...document, text: { ...document.text, en: { ...document.text.en, ...words } } });
const staleIn = async (locale: "en" | "es") => ({
  city: (await getCity(locale)).stale,
  chapters: (await listChapters("know-your-rights", locale)).filter(({ stale }) => stale).map(({ id }) => id),
  directives: (await listDirectives(locale)).filter(({ stale }) => stale).map(({ id }) => id),
  hotlines: (await listHotlines(locale)).filter(({ stale }) => stale).map(({ id }) => id),
});
const nothing = { city: false, chapters: [], directives: [], hotlines: [] };

it("residents' pages know of every kind of text whether its English has moved on, and the English never has", async () => {
  expect([await staleIn("en"), await staleIn("es")]).toEqual([nothing, nothing]);
  const { key } = await db.city.findFirstOrThrow({ select: { key: true } });
  const [chapter, directive] = [(await listChapters("know-your-rights", "en"))[2]!.id, (await listDirectives("en"))[1]!.id];
  const hotlines = (await listHotlines("en")).map(({ id }) => id);
  await changeEnglish("City", key, (city) => inEnglish(city, { about: "Another text." }));
  await changeEnglish("Chapter", chapter, (document) => inEnglish(document, { summary: "Another summary." }));
  await changeEnglish("Directive", directive, (document) => inEnglish(document, { title: "Another title" }));
  await changeEnglish("Organization", hotlines[0]!, (listing) => inEnglish(listing, { coverage: "Elsewhere" }));
  await changeEnglish("Organization", hotlines[1]!, (listing) => ({ ...listing, services: listing.services.map((service, index) => (index === 0 ? inEnglish(service, { name: "Another name" }) : service)) }));
  await changeEnglish("Organization", hotlines[2]!, (listing) => ({ ...listing, conflicts: [{ field: "phone", note: "Both.", text: { en: "One says this.", es: "Una dice esto." } }] }));
  expect((await staleIn("es")).hotlines).toEqual(hotlines.slice(0, 2));
  await changeEnglish("Organization", hotlines[2]!, (listing) => ({ ...listing, conflicts: [{ field: "phone", note: "Both.", text: { en: "One says that.", es: "Una dice esto." } }] }));
  expect(await staleIn("es")).toEqual({ city: true, chapters: [chapter], directives: [directive], hotlines: hotlines.slice(0, 3) });
  expect((await readChapters([chapter], "es"))[0]!.stale).toBe(true);
  expect((await readDirective(directive, "es"))!.stale).toBe(true);
  // The name of a service does not stand where a listing is shown in short.
  expect((await listHotlines("es")).filter(({ staleInShort }) => staleInShort).map(({ id }) => id)).toEqual([hotlines[0], hotlines[2]]);
  expect(await staleIn("en")).toEqual(nothing);
});

it("whether a text is stale is answered alike wherever it is asked", async () => {
  const { id } = await db.section.findFirstOrThrow({ select: { id: true } });
  const answers = async () => [(await translationsOf("Section", [id], "es")).get(id)!.stale, (await textStatusOf("Section", [id], "es")).get(id)!.stale];
  expect(await answers()).toEqual([false, false]);
  // Stored in an older shape: the hash beside it is no longer the one of what is stored, and no word has changed.
  await db.$executeRaw`UPDATE "Translation" SET text = text || '{"formerField": ""}' WHERE "entityId" = ${id} AND locale = 'en'`;
  expect(await answers()).toEqual([false, false]);
});
