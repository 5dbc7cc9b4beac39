// Records of a test's own, made by the guide's own functions in the guide's database.
import { randomInt, randomUUID } from "node:crypto";
import { fixed } from "./addresses.ts";
import { person } from "./staff.ts";
import { chaptersOf, locales, type Locale } from "./words.ts";
import { documents, type DocumentOf } from "../lib/documents.ts";
import type { ListingDocument } from "../lib/listing.ts";
import type { Actor, Role } from "../lib/permissions.ts";

const sourceKey = "secondary-listing";

/** data/ connects to the database that the environment names when it is loaded. */
export async function openData() {
  process.env.DATABASE_URL = process.env.GUIDE_DATABASE_URL ?? "";
  // pg warns of what Prisma does (docs/decisions/0008-revisions.md).
  process.noDeprecation = true;
  const [{ db }, { approveRevision }, { hideRecord }, { getEditing }, { saveRevision }, { todayInCity }] = await Promise.all([
    import("../data/db.ts"),
    import("../data/revisions/decide.ts"),
    import("../data/revisions/hide.ts"),
    import("../data/revisions/read.ts"),
    import("../data/revisions/save.ts"),
    import("../data/city.ts"),
  ]);
  const actorOf = async (role: Role, nth = 0): Promise<Actor> => {
    const { id } = await db.staffMember.findUniqueOrThrow({ where: { email: person(role, nth).email }, select: { id: true } });
    return { id, role, secondFactor: true };
  };
  return { db, approveRevision, hideRecord, getEditing, saveRevision, todayInCity, actorOf };
}
type Data = Awaited<ReturnType<typeof openData>>;
type Own = "Organization" | "Section";

/** A word that stands nowhere else. */
export const ownWord = () => `Q${Array.from({ length: 9 }, () => "abcdefghiklmnoprstuvz"[randomInt(21)]).join("")}`;
/** "(213) 555-4711" */
export const ownNumber = () => `(213) ${randomInt(200, 999)}-${randomInt(1000, 9999)}`;

/** Proposes a change as the contributor of the demonstration. */
async function propose<E extends Own>({ saveRevision, getEditing, actorOf }: Data, entity: E, entityId: string, change: Partial<DocumentOf<E>>) {
  const editing = await getEditing(entity, entityId);
  const present = editing?.open?.document ?? editing?.approved;
  const saved = await saveRevision(await actorOf("contributor"), { entity, entityId, base: editing?.version ?? 0, document: { ...present, ...change }, intent: "submit", sourceKey });
  if (saved.kind !== "saved") throw new Error(`${entity} was not saved: ${JSON.stringify(saved)}`);
  return saved;
}

export async function ownRecords() {
  const data = await openData();
  const made: [Own, string][] = [];

  /** The same, approved by the first editor. */
  async function publish<E extends Own>(entity: E, entityId: string, change: Partial<DocumentOf<E>>): Promise<string> {
    const { revisionId, version } = await propose(data, entity, entityId, change);
    const decided = await data.approveRevision(await data.actorOf("editor"), revisionId, version);
    if (decided.kind !== "decided") throw new Error(`${entity} was not approved: ${decided.kind}`);
    return revisionId;
  }

  async function listing(change: Partial<ListingDocument> = {}) {
    const [id, word, number] = [randomUUID(), ownWord(), ownNumber()];
    const name = `House ${word}`;
    const slug = `house-${word.toLowerCase()}`;
    const document = documents.Organization.parse({
      slug,
      kind: "provider",
      position: 900,
      name,
      grade: "C",
      phones: [{ number }],
      locations: [],
      services: [{ needs: ["asylum"], text: { en: { name: "Legal help" }, es: { name: "Ayuda legal" } } }],
      text: { en: {}, es: {} },
      sources: { all: [sourceKey] },
      ...change,
    });
    made.push(["Organization", id]);
    const revisionId = await publish("Organization", id, document);
    return { id, slug, name, number, revisionId, path: pathIn((locale) => `${fixed.findHelp[locale]}/${slug}`) };
  }

  async function section() {
    const [id, word] = [randomUUID(), ownWord()];
    const chapter = chaptersOf("know-your-rights").at(-1)!;
    const { id: chapterId } = await data.db.chapter.findUniqueOrThrow({ where: { key: `know-your-rights/${chapter.key}` }, select: { id: true } });
    const text = { en: { title: `About ${word}`, answer: "You may ask for a lawyer." }, es: { title: `Sobre ${word}`, answer: "Usted puede pedir un abogado." } };
    const rest = { do: [], dont: [], say: [] };
    const document = documents.Section.parse({ chapterId, key: word.toLowerCase(), position: 900, lastReviewedOn: "2026-11-01", text: { en: { ...text.en, ...rest }, es: { ...text.es, ...rest } }, sources: [sourceKey] });
    made.push(["Section", id]);
    await publish("Section", id, document);
    return { id, key: document.key, text, document, path: pathIn((locale) => `${fixed.guide[locale]}/${chapter.words[locale].slug}`) };
  }

  const records = { data, listing, section, publish, propose: <E extends Own>(entity: E, id: string, change: Partial<DocumentOf<E>>) => propose(data, entity, id, change) };
  const hideAll = async () => {
    for (const [entity, id] of made) await data.hideRecord(await data.actorOf("administrator"), entity, id, "The test is over.");
  };
  return { records, hideAll };
}
export type OwnRecords = Awaited<ReturnType<typeof ownRecords>>["records"];

const pathIn = (make: (locale: Locale) => string) => Object.fromEntries(locales.map((locale) => [locale, make(locale)])) as Record<Locale, string>;
