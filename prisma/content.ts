import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import type { z } from "zod";
import * as schemas from "../lib/content.ts";
import { locales, sourceLocale, type Locale } from "../lib/locales.ts";

/** A file under content/ that cannot be used, with every reason in words. */
export class ContentError extends Error {}

type Words = z.output<typeof schemas.chapterWords> | z.output<typeof schemas.directiveWords>;

async function readFileAs<S extends z.ZodType>(schema: S, file: string): Promise<z.output<S>> {
  let data: unknown;
  try {
    data = parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new ContentError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const reasons = result.error.issues.map((issue) => `${file}: ${issue.path.join(".") || "the file"}: ${issue.message}`);
  throw new ContentError(reasons.join("\n"));
}

/** Waits for all, and names every fault of every file, not the first one only. */
async function allOf<T>(readings: Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(readings);
  const faults = settled.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
  const unexpected = faults.find((fault) => !(fault instanceof ContentError));
  if (unexpected) throw unexpected;
  if (faults.length > 0) throw new ContentError(faults.map((fault) => (fault as ContentError).message).join("\n"));
  return settled.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
}

/** The names, without ending, of the fact files of a folder: `door.yaml` but not `door.en.yaml`. */
async function namesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder);
  return files.flatMap((file) => file.match(/^([a-z0-9-]+)\.yaml$/)?.[1] ?? []).sort();
}

async function readWithWords<F extends z.ZodType, W extends z.ZodType<Words>>(folder: string, facts: F, words: W) {
  return allOf(
    (await namesIn(folder)).map(async (key) => {
      const file = (ending: string) => path.join(folder, `${key}.${ending}`);
      const inOrder = await allOf(locales.map((locale) => readFileAs(words, file(`${locale}.yaml`))));
      const wordsOf = Object.fromEntries(locales.map((locale, index) => [locale, inOrder[index]])) as Record<Locale, z.output<W>>;
      return { key, facts: await readFileAs(facts, file("yaml")), words: wordsOf };
    }),
  );
}

async function readSources(folder: string): Promise<z.output<typeof schemas.sourcesFile>> {
  const files = (await readdir(folder)).filter((file) => /^sources(\.[a-z-]+)?\.yaml$/.test(file)).sort();
  const parts = await allOf(files.map((file) => readFileAs(schemas.sourcesFile, path.join(folder, file))));
  return Object.assign({}, ...parts);
}

async function readGuides(folder: string) {
  return allOf((await readdir(folder)).sort().map(async (key) => ({ key, chapters: await readWithWords(path.join(folder, key), schemas.chapterFile, schemas.chapterWords) })));
}

async function readListings(folder: string) {
  return allOf((await namesIn(folder)).map(async (slug) => ({ slug, facts: await readFileAs(schemas.listingFile, path.join(folder, `${slug}.yaml`)) })));
}

/**
 * Reads and checks the whole starter content.
 * @throws ContentError naming every file, field and reason.
 */
export async function readContent(folder = "content") {
  const readings = [
    readSources(folder),
    readGuides(path.join(folder, "guide")),
    readWithWords(path.join(folder, "directives"), schemas.directiveFile, schemas.directiveWords),
    readFileAs(schemas.needsFile, path.join(folder, "needs.yaml")),
    readFileAs(schemas.cityFile, path.join(folder, "city.yaml")),
    readListings(path.join(folder, "listings")),
  ] as const;
  await allOf<unknown>([...readings]);
  const [sources, guides, directives, needs, city, listings] = await Promise.all(readings);
  const content = { sources, guides, directives, needs, city, listings };
  const faults = crossCheck(content);
  if (faults.length > 0) throw new ContentError(faults.join("\n"));
  return content;
}

export type Content = Awaited<ReturnType<typeof readContent>>;

/** What no single file can know: sources that do not exist, and languages that do not say the same things. */
function crossCheck(content: Content): string[] {
  const faults: string[] = [];
  const known = (where: string, keys: string[] | undefined) => {
    for (const key of keys ?? []) if (!(key in content.sources)) faults.push(`${where}: no source named ${key}`);
  };
  const same = (where: string, what: string, one: string[], other: string[]) => {
    if ([...one].sort().join() !== [...other].sort().join()) faults.push(`${where}: ${what} differ: ${one.join(", ") || "none"} / ${other.join(", ") || "none"}`);
  };
  const others = locales.filter((locale) => locale !== sourceLocale);

  for (const guide of content.guides)
    for (const { key, facts, words } of guide.chapters) {
      const english = words[sourceLocale];
      const keys = facts.sections.map((section) => section.key);
      for (const locale of locales) same(`${guide.key}/${key}.${locale}`, "sections of facts and words", keys, Object.keys(words[locale].sections));
      for (const section of facts.sections) known(`${guide.key}/${key} ${section.key}`, section.sources);
      for (const locale of others) {
        same(`${guide.key}/${key}.${locale}`, "fields", filled(english), filled(words[locale]));
        for (const section of keys) {
          const [source, text] = [english.sections[section], words[locale].sections[section]];
          if (!source || !text) continue;
          const where = `${guide.key}/${key}.${locale} ${section}`;
          same(where, "fields", filled(source), filled(text));
          for (const list of ["do", "dont", "say"] as const)
            if (source[list].length !== text[list].length) faults.push(`${where}: ${list} has ${text[list].length} items, the English ${source[list].length}`);
          same(
            where,
            "English phrases",
            source.say.map((phrase) => phrase.english),
            text.say.map((phrase) => phrase.english),
          );
          for (const phrase of text.say) if (!phrase.sounds) faults.push(`${where}: does not say how "${phrase.english}" sounds`);
        }
      }
    }

  for (const { key, facts, words } of content.directives) {
    const keys = facts.provisions.map((provision) => provision.key);
    const groups = [...new Set(facts.provisions.flatMap((provision) => provision.group ?? []))];
    known(key, facts.sources);
    for (const locale of locales) {
      same(`${key}.${locale}`, "provisions of facts and words", keys, Object.keys(words[locale].provisions));
      same(`${key}.${locale}`, "groups of facts and words", groups, Object.keys(words[locale].groups));
      same(`${key}.${locale}`, "fields", filled(words[sourceLocale]), filled(words[locale]));
    }
    for (const provision of facts.provisions) known(`${key} ${provision.key}`, provision.sources);
    if (facts.madeLawBy && !content.directives.some((other) => other.key === facts.madeLawBy)) faults.push(`${key}: madeLawBy names no directive: ${facts.madeLawBy}`);
  }

  for (const { slug, facts } of content.listings) {
    for (const list of Object.values(facts.sources)) known(slug, list);
    for (const locale of others) {
      same(`${slug} ${locale}`, "fields", filled(facts.text[sourceLocale]), filled(facts.text[locale]));
      facts.services.forEach((service, index) => same(`${slug} ${locale} service ${index + 1}`, "fields", filled(service.text[sourceLocale]), filled(service.text[locale])));
    }
  }

  const links = content.city.links.map((link) => link.key);
  for (const locale of locales) same(`city ${locale}`, "links", links, Object.keys(content.city.text[locale].links));
  return faults;
}

const filled = (record: object) => Object.entries(record).flatMap(([key, value]) => (value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [key]));

if (import.meta.filename === process.argv[1]) {
  try {
    const content = await readContent(process.argv[2]);
    console.log(
      `content: ${content.guides.map((guide) => `${guide.key} ${guide.chapters.length} chapters`).join(", ")}, ${content.directives.length} directives, ${content.listings.length} listings, ${Object.keys(content.sources).length} sources`,
    );
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
