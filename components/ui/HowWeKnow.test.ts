import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { NextIntlClientProvider } from "next-intl";
import { describe, expect, it } from "vitest";
import { HowWeKnow } from "./HowWeKnow";
import { RightNowChapter } from "@/components/guide/RightNowChapter";
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
    const chapter = { slug: "casa", title: "En casa", summary: "Resumen.", pictogram: null, lastReviewedOn: "2026-11-01", sections: [section("uno", false), section("dos", true), section("tres", false)] };
    const html = outsideFolds(draw(createElement(RightNowChapter, { chapter })));
    expect(times(html)).toBe(1);
    expect(html.indexOf(es.HowWeKnow.stale)).toBeGreaterThan(html.indexOf("dos."));
    expect(html.indexOf(es.HowWeKnow.stale)).toBeLessThan(html.indexOf("tres."));
  });
});
