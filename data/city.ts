import { cache } from "react";
import { z } from "zod";
import { db, type Transaction } from "./db";
import { translationsOf } from "./translations";
import { clockOf } from "@/lib/hours";
import type { Locale } from "@/lib/locales";

const links = z.array(z.strictObject({ key: z.string(), url: z.string() }));
const otherLanguages = z.array(z.strictObject({ code: z.string(), line: z.string() }));

/**
 * The city that this installation serves: its names in the reader's language, its links, its clock.
 * @throws when the starter content has not been loaded
 */
export const getCity = cache(async (locale: Locale, transaction: Transaction = db) => {
  const city = await transaction.city.findFirstOrThrow({
    select: { key: true, timeZone: true, exitUrl: true, otherLanguagesUrl: true, otherLanguages: true, links: true },
  });
  const names = (await translationsOf("City", [city.key], locale, transaction)).get(city.key);
  if (!names) throw new Error(`The city has no names in ${locale}.`);
  return {
    ...names.text,
    stale: names.stale,
    key: city.key,
    timeZone: city.timeZone,
    exitUrl: city.exitUrl,
    otherLanguagesUrl: city.otherLanguagesUrl,
    otherLanguages: otherLanguages.parse(city.otherLanguages),
    links: links.parse(city.links).map(({ key, url }) => ({ key, url, name: names.text.links[key] ?? url })),
  };
});
export type CityView = Awaited<ReturnType<typeof getCity>>;

/** What day it is in the city: "2026-11-21". */
export async function todayInCity(transaction: Transaction = db): Promise<string> {
  const { timeZone } = await transaction.city.findFirstOrThrow({ select: { timeZone: true } });
  return clockOf(timeZone).today;
}
