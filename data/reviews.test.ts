import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { NotAllowed } from "./allow";
import { db } from "./db";
import { countUnreviewed, listUnreviewed, markReviewed, textToReview, withdrawReview, type Reviewing } from "./reviews";
import { approveRevision } from "./revisions/decide";
import { getEditing } from "./revisions/read";
import { saveRevision } from "./revisions/save";
import { textStatusOf, translationsOf } from "./translations";
import { locales } from "@/lib/locales";
import { roles, type Actor, type Role } from "@/lib/permissions";

const person = (role: Role): Actor => ({ id: randomUUID(), role, secondFactor: true });
const [ana, ben, counsel, translator] = [person("contributor"), person("editor"), person("counsel"), person("translator")];
const today = "2026-11-20";
let sections: string[];
let used = 0;
const nextSection = () => sections[used++]!;

beforeAll(async () => {
  sections = (await db.section.findMany({ orderBy: { id: "asc" }, select: { id: true } })).map(({ id }) => id);
});

const about = (entityId: string, more: Partial<Reviewing> = {}): Reviewing => ({ entity: "Section", entityId, locale: "en", kind: "counsel", ...more });
const hashOf = async (reviewing: Reviewing) => (await textToReview(reviewing))!.hash;
const mark = async (actor: Actor, reviewing: Reviewing, more = {}) => markReviewed(actor, { ...reviewing, textHash: await hashOf(reviewing), reviewedOn: today, ...more });
const counselDay = async (id: string, locale: "en" | "es") => (await textStatusOf("Section", [id], locale)).get(id)!.counsel;

async function changeAnswer(id: string, locale: "en" | "es", answer: string) {
  const { version, approved } = (await getEditing("Section", id))!;
  const document = { ...approved!, text: { ...approved!.text, [locale]: { ...approved!.text[locale], answer } } };
  const saved = await saveRevision(ana, { entity: "Section", entityId: id, base: version, document, intent: "submit", sourceKey: approved!.sources[0]! });
  if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
  return () => approveRevision(ben, saved.revisionId, saved.version);
}

describe("a mark of counsel", () => {
  it("is what residents see, in that language only, and is written into the log without the text", async () => {
    const id = nextSection();
    expect(await mark(counsel, about(id))).toBe("marked");
    expect([await counselDay(id, "en"), await counselDay(id, "es")]).toEqual([today, null]);
    const entry = await db.auditEntry.findFirst({ where: { action: "text.review", entityId: id }, select: { actorId: true, detail: true } });
    expect(entry).toEqual({ actorId: counsel.id, detail: { locale: "en", kind: "counsel", reviewedOn: today, textHash: await hashOf(about(id)) } });
  });

  it("is void once the text has changed, not before, and not for the other language", async () => {
    const id = nextSection();
    await mark(counsel, about(id));
    await mark(counsel, about(id, { locale: "es" }));
    const approve = await changeAnswer(id, "en", "Another answer.");
    expect(await counselDay(id, "en")).toBe(today);
    await approve();
    expect([await counselDay(id, "en"), await counselDay(id, "es")]).toEqual([null, today]);
    expect((await listUnreviewed("en", "counsel", "en")).map((row) => row.id)).toContain(id);
    expect((await listUnreviewed("es", "counsel", "en")).map((row) => row.id)).not.toContain(id);
    for (const locale of locales) expect(await countUnreviewed(locale, "counsel")).toBe((await listUnreviewed(locale, "counsel", "en")).length);
  });

  it("refuses a text that is not the one that was read", async () => {
    const id = nextSection();
    const textHash = await hashOf(about(id));
    await (await changeAnswer(id, "en", "Changed meanwhile."))();
    expect(await mark(counsel, about(id), { textHash })).toBe("changed");
    expect(await mark(counsel, about(id), { textHash: "" })).toBe("changed");
    expect(await counselDay(id, "en")).toBeNull();
    expect(await mark(counsel, about(randomUUID()), {}).catch(() => "gone")).toBe("gone");
    expect(await markReviewed(counsel, { ...about(randomUUID()), textHash, reviewedOn: today })).toBe("gone");
  });

  it("is of a day until today", async () => {
    expect(await mark(counsel, about(nextSection()), { reviewedOn: "2999-01-01" })).toBe("date");
  });

  it("can be given again with another day, and taken back", async () => {
    const id = nextSection();
    await mark(counsel, about(id), { reviewedOn: "2026-01-02" });
    await mark(counsel, about(id));
    expect(await counselDay(id, "en")).toBe(today);
    expect(await withdrawReview(counsel, about(id))).toBe(true);
    expect(await withdrawReview(counsel, about(id))).toBe(false);
    expect(await counselDay(id, "en")).toBeNull();
  });
});

it("what waits says where it stands: titles come twice", async () => {
  const rows = await listUnreviewed("en", "counsel", "es");
  const of = (entity: string) => rows.filter((row) => row.entity === entity).map(({ place }) => place);
  const [section, act] = [await db.section.findFirstOrThrow({ where: { hidden: false }, select: { id: true, chapterId: true, chapter: { select: { guideKey: true } } } }), await db.directive.findFirstOrThrow({ where: { provisions: { some: { hidden: false } } }, select: { id: true, provisions: { where: { hidden: false }, select: { id: true } } } })];
  const title = async (entity: "Chapter" | "Directive", id: string) => (await translationsOf(entity, [id], "es")).get(id)!.text.title;
  expect(rows.find(({ id }) => id === section.id)?.place ?? (await listUnreviewed("es", "counsel", "es")).find(({ id }) => id === section.id)?.place).toEqual({ guideKey: section.chapter.guideKey, title: await title("Chapter", section.chapterId) });
  expect(rows.find(({ id }) => id === act.provisions[0]!.id)?.place).toEqual({ guideKey: null, title: await title("Directive", act.id) });
  for (const place of of("Chapter")) expect(place).toEqual({ guideKey: expect.any(String), title: null });
  for (const place of of("Directive")) expect(place).toBeNull();
});

describe("who may", () => {
  it.each(roles)("mark: %s", async (role) => {
    const id = nextSection();
    const tries = [about(id), about(id, { locale: "es", kind: "reader" })] as const;
    for (const [index, allowed] of [role === "counsel", role === "translator"].entries()) {
      if (allowed) expect(await mark(person(role), tries[index]!)).toBe("marked");
      else await expect(mark(person(role), tries[index]!)).rejects.toThrow(NotAllowed);
      if (!allowed) await expect(withdrawReview(person(role), tries[index]!)).rejects.toThrow(NotAllowed);
    }
  });

  it("nobody without a second factor", async () => {
    await expect(mark({ ...counsel, secondFactor: false }, about(nextSection()))).rejects.toThrow(NotAllowed);
  });

  it("nobody reads English as a translation", async () => {
    const id = nextSection();
    expect(await mark(translator, about(id, { kind: "reader" }))).toBe("gone");
  });
});

it("two at once leave one mark", async () => {
  const id = nextSection();
  const answers = await Promise.all([mark(counsel, about(id)), mark(person("counsel"), about(id), { reviewedOn: "2026-11-19" })]);
  expect(answers).toEqual(["marked", "marked"]);
  expect(await db.textReview.count({ where: { entityId: id, kind: "counsel", locale: "en" } })).toBe(1);
});
