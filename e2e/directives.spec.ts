import { place } from "./addresses.ts";
import { expect, test } from "./reading.ts";
import { content, directives, locales, say } from "./words.ts";
import { plainText } from "../lib/plainText.ts";

/** What each provision of an act says. Runs in the browser. */
function readProvisions(document: Document) {
  const text = (element: Element | null | undefined) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
  return [...document.querySelectorAll("main ol > li[id]")].map((card) => ({
    key: card.id,
    plain: [...card.querySelectorAll("dd")].map(text),
    quotation: [...card.querySelectorAll("blockquote[lang='en']")].map(text),
    sources: [...card.querySelectorAll("details li span[lang='en']")].map(text),
    links: [...card.querySelectorAll("details a")].map((link) => link.getAttribute("href")),
  }));
}

const flat = (text: string) => plainText(text, Infinity);

for (const locale of locales)
  for (const { key, facts, words } of directives)
    test(`${key}: every provision in plain words beside its exact ones, with its source (${locale})`, async ({ read }) => {
      const found = await read(place(`directive ${key}`).path[locale], readProvisions);
      const text = words[locale];
      const order = [...new Set(facts.provisions.map(({ group }) => group))];
      const inGroups = facts.provisions.toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
      expect(found.map(({ key, plain, quotation }) => ({ key, plain, quotation }))).toEqual(
        inGroups.map(({ key, quotation }) => {
          const { actor, duty, meaning } = text.provisions[key]!;
          return { key, plain: [flat(actor), flat(duty), flat(meaning)], quotation: quotation ? [`“${quotation.trim()}”`] : [] };
        }),
      );
      for (const [index, { sources = facts.sources }] of inGroups.entries()) {
        expect(found[index]!.sources).toEqual(expect.arrayContaining(sources.map((source) => content.sources[source]!.name)));
        expect(found[index]!.links).toEqual(expect.arrayContaining(sources.flatMap((source) => content.sources[source]!.url ?? [])));
      }
      // What it does not do, and what became of it.
      const main = await read(place(`directive ${key}`).path[locale], (document) => (document.querySelector("main")!.textContent ?? "").replace(/\s+/g, " "));
      for (const part of [text.summary, text.limits ?? "", text.statusNote].flatMap((one) => one.split(/\n\s*\n/))) expect(main).toContain(flat(part));
      expect(main).toContain(facts.madeLawBy ? say(locale)("Directives.madeLawBy") : say(locale)(`Directives.${facts.status}`));
    });

for (const locale of locales)
  test(`the acts and their timeline (${locale})`, async ({ read }) => {
    const lists = await read(place("directives").path[locale], (document) => [...document.querySelectorAll("main ul, main ol")].map((list) => [...list.querySelectorAll(":scope > li a")].map((link) => link.getAttribute("href"))));
    const path = (key: string) => place(`directive ${key}`).path[locale];
    expect(lists).toContainEqual(directives.map(({ key }) => path(key)));
    const dated = directives.filter(({ facts }) => facts.issuedOn).sort((a, b) => (a.facts.issuedOn! < b.facts.issuedOn! ? -1 : 1));
    expect(lists).toContainEqual(dated.map(({ key }) => path(key)));
  });

test("Executive Directive 20 has every provision of its text", () => {
  const act = content.directives.find(({ key }) => key === "executive-directive-20")!;
  expect(act.facts.provisions.length).toBeGreaterThanOrEqual(17);
  expect(act.facts.provisions.every(({ quotation }) => quotation)).toBe(true);
});
