import { place } from "./addresses.ts";
import { expect, test } from "./reading.ts";
import { content, hotlines, locales, providers, say, type Locale } from "./words.ts";

test("the files hold what the directory promises", () => {
  expect(providers).toHaveLength(44);
  expect(providers.flatMap(({ facts }) => facts.phones)).toHaveLength(41);
  expect(providers.flatMap(({ facts }) => facts.locations)).toHaveLength(40);
  expect(hotlines).toHaveLength(6);
  for (const { facts } of hotlines) expect(facts.phones.length).toBeGreaterThan(0);
});

/** What a listing says. Runs in the browser. */
function readListing(document: Document) {
  const main = document.querySelector("main")!;
  const text = (element: Element | null | undefined) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
  main.querySelectorAll("br").forEach((line) => line.replaceWith(" "));
  const fold = main.querySelector("details");
  return {
    title: text(main.querySelector("h1")),
    calls: [...main.querySelectorAll('a[href^="tel:"]')].map((link) => ({ href: link.getAttribute("href"), number: text(link.lastElementChild), name: text(link) })),
    addresses: [...main.querySelectorAll("address")].map(text),
    maps: [...main.querySelectorAll('a[href^="geo:"]')].map((link) => decodeURIComponent(link.getAttribute("href")!)),
    links: [...main.querySelectorAll("a")].map((link) => link.getAttribute("href")),
    notes: [...main.querySelectorAll(".note, .note li")].map(text),
    text: text(main),
    sources: { title: text(fold?.querySelector("summary")), facts: [...(fold?.querySelectorAll("h3") ?? [])].map(text), entries: [...(fold?.querySelectorAll("li") ?? [])].map(text) },
  };
}

const digits = (number: string) => number.replace(/\D/g, "").slice(-10);
const dateOf = (date: string, locale: Locale) => {
  const [year, month, day] = date.split("-").map(Number);
  if (!month) return String(year);
  return new Intl.DateTimeFormat(`${locale}-US`, { year: "numeric", month: "long", ...(day ? { day: "numeric" } : {}), timeZone: "UTC" }).format(Date.UTC(year!, month - 1, day ?? 1));
};

for (const locale of locales)
  test.describe(`listings (${locale})`, () => {
    const t = say(locale);
    for (const { slug, facts } of content.listings)
      test(`${slug} says what its file says`, async ({ read }) => {
        const found = await read(place(`listing ${slug}`).path[locale], readListing);
        expect(found.title).toBe(facts.name);

        expect(found.calls.map(({ href }) => href)).toEqual(facts.phones.map(({ number, extension }) => `tel:+1${digits(number)}${extension ? `;ext=${extension}` : ""}`));
        for (const [index, { number }] of facts.phones.entries()) {
          expect(digits(found.calls[index]!.number.split("ext")[0]!)).toBe(digits(number));
          expect(found.calls[index]!.name).toContain(facts.name);
        }
        expect(found.text.includes(t("Listing.noPhone"))).toBe(facts.phones.length === 0);

        expect(found.addresses).toEqual(facts.locations.map(({ address1, address2, city, stateProvince, postalCode }) => `${address1}${address2 ? `, ${address2}` : ""} ${city}, ${stateProvince} ${postalCode}`));
        expect(found.text.includes(t("Listing.noneKnown"))).toBe(facts.locations.length === 0);
        const offices = facts.locations.filter(({ addressType }) => addressType === "physical");
        expect(found.maps).toEqual(offices.map(({ address1, city, stateProvince, postalCode }) => `geo:0,0?q=${address1}, ${city}, ${stateProvince} ${postalCode}`));
        expect(found.notes.includes(t("Listing.mailOnly"))).toBe(offices.length < facts.locations.length);

        expect(found.notes).toContain(t("Listing.notConfirmed"));
        if (facts.conflicts.length > 0) expect(found.text).toContain(t("Listing.conflicts"));
        for (const conflict of facts.conflicts) expect(found.notes).toContain(conflict.text[locale].replace(/\s+/g, " ").trim());
        const unknown = [facts.schedules.length === 0, facts.languages.length === 0 && !facts.text[locale].languagesNote].filter(Boolean).length;
        expect(found.text.split(t("Listing.notKnownCall")).length - 1).toBe(unknown);
        for (const code of new Set(facts.services.flatMap(({ needs }) => needs))) expect(found.text).toContain(content.needs[code]![locale].name);
        for (const url of [facts.website, facts.email && `mailto:${facts.email}`]) if (url) expect(found.links).toContain(url);

        expect(found.text.includes(t("Listing.recognitionMeans"))).toBe(Boolean(facts.recognition));
        if (facts.recognition) {
          expect(found.text).toContain(dateOf(facts.recognition.expiresOn, locale));
          expect(found.text).toContain(t("Listing.recognizedSince", { date: dateOf(facts.recognition.recognizedOn, locale) }));
          const pending = [t("Listing.recognizedPending", { date: "|" }), t("Listing.recognizedRenewing", { date: "|" })].map((sentence) => sentence.split("|").at(-1)!);
          expect(pending.some((end) => end && found.text.includes(end))).toBe(facts.recognition.renewalPending);
        }

        expect(found.sources.title).toBe(t("HowWeKnow.title"));
        const sourced = ["name", facts.phones.length > 0 && "phone", facts.locations.length > 0 && "address"] as const;
        for (const fact of sourced)
          for (const key of fact ? (facts.sources[fact] ?? facts.sources.all!) : []) {
            const { name, publishedOn, readOn, dateNote } = content.sources[key]!;
            const dates = [publishedOn ? t("HowWeKnow.dated", { date: dateOf(publishedOn, locale) }) : t("HowWeKnow.undated"), readOn && t("HowWeKnow.read", { date: dateOf(readOn, locale) }), dateNote];
            expect(found.sources.entries).toContain(`${name} (${dates.filter(Boolean).join("; ")})`);
          }
        const named = found.sources.facts.join(", ");
        expect(named).toContain(t("Listing.facts.name"));
        expect(named.includes(t("Listing.facts.phone"))).toBe(facts.phones.length > 0);
        expect(named.includes(t("Listing.facts.address"))).toBe(facts.locations.length > 0);
      });
  });
