import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parsePhone } from "../lib/phones.ts";
import { ContentError, readContent } from "./content.ts";

describe("the starter content", async () => {
  const content = await readContent();

  it("is whole", () => {
    expect(content.guides.map(({ key, chapters }) => [key, chapters.length])).toEqual([
      ["know-your-rights", 11],
      ["right-now", 6],
    ]);
    expect(content.directives).toHaveLength(7);
    expect(content.listings).toHaveLength(50);
    expect(Object.keys(content.needs)).toHaveLength(11);
  });

  it("has numbers that can be dialled", () => {
    for (const { slug, facts } of content.listings) for (const { number } of facts.phones) expect(parsePhone(number), slug).not.toBeNull();
  });

  it("has places of its own for every record", () => {
    for (const records of [
      content.directives,
      ...content.guides.map(({ chapters }) => chapters),
      content.listings.filter(({ facts }) => facts.kind === "hotline"),
      content.listings.filter(({ facts }) => facts.kind === "provider"),
    ]) {
      const positions = records.map(({ facts }) => facts.position);
      expect(new Set(positions).size).toBe(positions.length);
    }
  });

  it("has slugs of its own for every page of a language", () => {
    for (const locale of ["en", "es"] as const)
      for (const records of [content.directives, ...content.guides.map(({ chapters }) => chapters)]) {
        const slugs = records.map(({ words }) => words[locale].slug);
        expect(new Set(slugs).size).toBe(slugs.length);
      }
  });

  it("never says the name of a source that it does not have, or has one that nothing names", () => {
    const named = new Set([
      ...content.guides.flatMap(({ chapters }) => chapters.flatMap(({ facts }) => facts.sections.flatMap(({ sources }) => sources))),
      ...content.directives.flatMap(({ facts }) => [...facts.sources, ...facts.provisions.flatMap(({ sources = [] }) => sources)]),
      ...content.listings.flatMap(({ facts }) => Object.values(facts.sources).flat()),
    ]);
    expect(Object.keys(content.sources).filter((key) => !named.has(key))).toEqual([]);
  });
});

describe("a file that cannot be used", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "content-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** What is said about a copy of the content after one change to one file. */
  async function faultsAfter(file: string, change: (text: string) => string): Promise<string> {
    await cp("content", folder, { recursive: true });
    const target = path.join(folder, file);
    const before = await readFile(target, "utf8");
    const after = change(before);
    expect(after).not.toBe(before);
    await writeFile(target, after);
    const fault = await readContent(folder).catch((error: unknown) => error);
    await writeFile(target, before);
    expect(fault).toBeInstanceOf(ContentError);
    return (fault as ContentError).message;
  }

  const listing = "listings/carecen.yaml";
  const chapter = "guide/know-your-rights/at-my-door";

  it.each([
    ["a field that nobody knows", listing, (text: string) => `${text}\ncolour: blue\n`, /carecen\.yaml.*colour/s],
    ["a missing name", listing, (text: string) => text.replace(/^name:.*$/m, ""), /carecen\.yaml: name/],
    ["a need that does not exist", listing, (text: string) => text.replace(/needs: \[[^\]]*\]/, "needs: [money]"), /carecen\.yaml: services\.0\.needs\.0/],
    ["a source that does not exist", listing, (text: string) => text.replace(/all: \[[^\]]*\]/, "all: [nobody-said-so]"), /nobody-said-so/],
    ["a ZIP code of four digits", listing, (text: string) => text.replace(/postalCode: "?\d{5}"?/, 'postalCode: "9001"'), /carecen\.yaml: locations\.0\.postalCode/],
    ["YAML that is none", listing, (text: string) => `${text}\n  - {`, /carecen\.yaml/],
    ["a section that is not translated", `${chapter}.es.yaml`, (text: string) => text.replace("  they-ask-questions:", "  something-else:"), /at-my-door\.es.*they-ask-questions/s],
    ["a phrase that does not say how it sounds", `${chapter}.es.yaml`, (text: string) => text.replace(/^ +sounds:.*\n/m, ""), /at-my-door\.es.*sounds/s],
    [
      "a phrase that is not the English one",
      `${chapter}.es.yaml`,
      (text: string) => text.replace("english: Who are you?", "english: Who is it?"),
      /at-my-door\.es.*English phrases differ/s,
    ],
    [
      "a list that is shorter than the English",
      `${chapter}.es.yaml`,
      (text: string) => text.replace(/^ +- No abra, ni siquiera.*\n/m, ""),
      /at-my-door\.es do-i-have-to-open: dont has \d items, the English \d/,
    ],
    ["a day that does not exist", `${chapter}.yaml`, (text: string) => text.replace(/lastReviewedOn: .*/, "lastReviewedOn: 2026-02-30"), /at-my-door\.yaml: lastReviewedOn/],
  ])("%s is named, with its file", async (_what, file, change, expected) => {
    expect(await faultsAfter(file, change)).toMatch(expected);
  });

  it("does not hide the faults of another", async () => {
    await cp("content", folder, { recursive: true });
    for (const name of ["carecen", "chirla"]) await writeFile(path.join(folder, "listings", `${name}.yaml`), "kind: nothing\n");
    const fault = await readContent(folder).catch((error: unknown) => error);
    expect(String(fault)).toContain("carecen.yaml");
    expect(String(fault)).toContain("chirla.yaml");
  });
});
