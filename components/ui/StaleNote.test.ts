import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { NextIntlClientProvider } from "next-intl";
import { describe, expect, it } from "vitest";
import { HowWeKnow } from "./HowWeKnow";
import { About } from "@/components/city/About";
import { Home } from "@/components/city/Home";
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

describe("a translation that is older than its English", () => {
  it("says so once, outside the fold", () => {
    const html = draw(createElement(HowWeKnow, { of: "Puerta", sources: [], status }));
    expect([times(html), times(outsideFolds(html))]).toEqual([1, 1]);
    expect(times(draw(createElement(HowWeKnow, { of: "Puerta", sources: [], status: { ...status, stale: false } })))).toBe(0);
  });

  it("says so at the very step of a place where agents may be", () => {
    const section = (key: string, stale: boolean) => ({ key, pictogram: null, lastReviewedOn: "2026-11-01", sources: [], status: { ...status, stale }, title: key, answer: `${key}.`, do: [], dont: [], say: [] });
    const chapter = { slug: "casa", title: "En casa", summary: "Resumen.", pictogram: null, stale: false, lastReviewedOn: "2026-11-01", sections: [section("uno", false), section("dos", true), section("tres", false)] };
    const html = outsideFolds(draw(createElement(RightNowChapter, { chapter })));
    expect(times(html)).toBe(1);
    expect(html.indexOf(es.HowWeKnow.stale)).toBeGreaterThan(html.indexOf("dos."));
    expect(html.indexOf(es.HowWeKnow.stale)).toBeLessThan(html.indexOf("tres."));
  });

  it("says so of a chapter's own words, and of the city's where they stand", () => {
    const chapter = { slug: "casa", title: "En casa", summary: "Resumen.", pictogram: null, lastReviewedOn: "2026-11-01", sections: [] };
    const city = { about: "Esta guía.", links: [], directives: { hint: "No.", answer: "No.", description: "No." }, otherLanguagesNote: "Más.", otherLanguages: [], otherLanguagesUrl: "https://example.org/" };
    const clock = { timeZone: "UTC", now: new Date(), today: "2026-11-22" };
    for (const stale of [true, false]) {
      const pages = [
        createElement(RightNowChapter, { chapter: { ...chapter, stale } }),
        createElement(Chapter, { chapter: { ...chapter, stale } }),
        createElement(Home, { city: { ...city, stale }, hotlines: [], clock }),
        createElement(About, { city: { ...city, stale } }),
        createElement(DirectiveList, { city: { ...city, stale }, directives: [] }),
      ];
      expect(pages.map((page) => times(draw(page)))).toEqual(pages.map(() => (stale ? 1 : 0)));
    }
  });

  it("says so once for all hotlines, and only where words of theirs can be read", () => {
    const hotline = (slug: string, text: { coverage?: string }) => ({ id: slug, slug, name: slug, text, stale: true, phones: [], addresses: [], schedules: [], languages: [], needs: [], cost: null, recognition: null, conflicts: [], verification: null });
    const clock = { timeZone: "UTC", now: new Date(), today: "2026-11-22" };
    const count = (hotlines: ReturnType<typeof hotline>[]) => times(draw(createElement(Hotlines, { hotlines, clock })));
    expect([count([hotline("una", { coverage: "Aquí" }), hotline("otra", { coverage: "Allá" })]), count([hotline("una", {})])]).toEqual([1, 0]);
  });
});
