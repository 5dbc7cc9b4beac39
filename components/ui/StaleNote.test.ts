import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { NextIntlClientProvider } from "next-intl";
import { describe, expect, it } from "vitest";
import { HowWeKnow } from "./HowWeKnow";
import { About } from "@/components/city/About";
import { Home } from "@/components/city/Home";
import { Directive } from "@/components/directive/Directive";
import { DirectiveList } from "@/components/directive/DirectiveList";
import { Chapter } from "@/components/guide/Chapter";
import { RightNowChapter } from "@/components/guide/RightNowChapter";
import { Hotlines } from "@/components/listing/Hotlines";
import es from "@/messages/es.json";

function draw(element: ReturnType<typeof createElement>): string {
  const frame = { locale: "es" as const, messages: es, timeZone: "UTC", children: element };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, frame));
}
const outsideFolds = (html: string) => html.replace(/<details.*?<\/details>/gs, "");
const times = (html: string) => html.split(es.HowWeKnow.stale).length - 1;
const status = { counsel: null, reader: null, stale: true };
const clock = { timeZone: "UTC", now: new Date(), today: "2026-11-22" };
const city = { about: "Esta guía.", links: [], directives: { hint: "No.", answer: "No.", description: "No." }, otherLanguagesNote: "Más.", otherLanguages: [], otherLanguagesUrl: "https://example.org/" };
const sectionOf = (key: string, stale: boolean) => ({ key, pictogram: null, lastReviewedOn: "2026-11-01", sources: [], status: { ...status, stale }, title: key, answer: `${key}.`, do: [], dont: [], say: [{ english: "No.", meaning: `${key}!` }] });
const chapterOf = (stale: boolean, ...sections: ReturnType<typeof sectionOf>[]) => ({ slug: "casa", title: "En casa", summary: "Resumen.", pictogram: null, stale, lastReviewedOn: "2026-11-01", sections });
const hotlineOf = (slug: string, text: { coverage?: string }, staleInShort = true) => ({ id: slug, slug, name: slug, text, stale: true, staleInShort, phones: [], addresses: [], schedules: [], languages: [], needs: [], cost: null, recognition: null, conflicts: [], verification: null });
const actOf = (id: string, stale: boolean) => ({
  id, slug: id, stale, issuedOn: "2026-01-01", status: "inForce" as const, title: id, signedBy: "Alcaldía", summary: `${id}.`, statusNote: "Vigente.", limits: "Límites.", groups: {},
});

describe("a translation that is older than its English", () => {
  it("says so once, outside the fold", () => {
    const html = draw(createElement(HowWeKnow, { of: "Puerta", sources: [], status }));
    expect([times(html), times(outsideFolds(html))]).toEqual([1, 1]);
    expect(times(draw(createElement(HowWeKnow, { of: "Puerta", sources: [], status: { ...status, stale: false } })))).toBe(0);
  });

  it("says so at the very step of a place where agents may be", () => {
    const chapter = chapterOf(false, sectionOf("uno", false), sectionOf("dos", true), sectionOf("tres", false));
    const html = outsideFolds(draw(createElement(RightNowChapter, { chapter })));
    expect(times(html)).toBe(1);
    expect(html.indexOf(es.HowWeKnow.stale)).toBeGreaterThan(html.indexOf("dos."));
    expect(html.indexOf(es.HowWeKnow.stale)).toBeLessThan(html.indexOf("tres."));
  });

  it("says so of a chapter's own words, and of the city's where they stand", () => {
    for (const stale of [true, false]) {
      const pages = [
        createElement(RightNowChapter, { chapter: chapterOf(stale, sectionOf("uno", false), sectionOf("dos", false)) }),
        createElement(Chapter, { chapter: chapterOf(stale) }),
        createElement(Home, { city: { ...city, stale }, hotlines: [], clock }),
        createElement(About, { city: { ...city, stale } }),
        createElement(DirectiveList, { city: { ...city, stale }, directives: [] }),
      ];
      expect(pages.map((page) => times(draw(page)))).toEqual(pages.map(() => (stale ? 1 : 0)));
    }
  });

  it("says so only after the first words to say: there an agent stands at the door", () => {
    for (const first of [true, false]) {
      const html = outsideFolds(draw(createElement(RightNowChapter, { chapter: chapterOf(true, sectionOf("uno", first), sectionOf("dos", false)), top: true })));
      expect(times(html)).toBe(1);
      expect(html.indexOf(es.HowWeKnow.stale)).toBeGreaterThan(html.indexOf("uno!"));
      expect(html.indexOf(es.HowWeKnow.stale)).toBeLessThan(html.indexOf("dos."));
    }
  });

  it("says so beside the very act, not beside the City's answer, and above what the act does not do", () => {
    const list = draw(createElement(DirectiveList, { city: { ...city, stale: false }, directives: [actOf("una", false), actOf("otra", true), actOf("tercera", false)] }));
    expect(times(list)).toBe(1);
    expect(list.indexOf(es.HowWeKnow.stale)).toBeGreaterThan(list.indexOf("otra."));
    expect(list.indexOf(es.HowWeKnow.stale)).toBeLessThan(list.indexOf("tercera."));
    const act = draw(createElement(Directive, { directive: { ...actOf("una", true), madeLawBy: null, provisions: [], sources: [], textStatus: status } }));
    expect(times(act)).toBe(1);
    expect(act.indexOf(es.HowWeKnow.stale)).toBeGreaterThan(act.indexOf("una."));
    expect(act.indexOf(es.HowWeKnow.stale)).toBeLessThan(act.indexOf("Límites."));
  });

  it("says so once for all hotlines, and only where the words that it is about can be read", () => {
    const count = (...hotlines: ReturnType<typeof hotlineOf>[]) => times(draw(createElement(Hotlines, { hotlines, clock })));
    expect(count(hotlineOf("una", { coverage: "Aquí" }), hotlineOf("otra", { coverage: "Allá" }))).toBe(1);
    expect([count(hotlineOf("una", {})), count(hotlineOf("una", { coverage: "Aquí" }, false))]).toEqual([0, 0]);
  });

  it("says so once on the first page, whatever it is about", () => {
    const hotlines = [hotlineOf("una", { coverage: "Aquí" })];
    for (const stale of [true, false]) expect(times(draw(createElement(Home, { city: { ...city, stale }, hotlines, clock })))).toBe(1);
  });
});
