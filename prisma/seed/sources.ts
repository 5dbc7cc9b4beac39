import type { Content } from "../content.ts";
import type { Transaction } from "../../data/db.ts";

/** Writes every source that the content names. */
export async function seedSources(transaction: Transaction, { sources }: Content): Promise<void> {
  for (const [key, source] of Object.entries(sources)) {
    const row = { ...source, dateNote: source.dateNote ?? null };
    await transaction.source.upsert({ where: { key }, create: { key, ...row }, update: row, select: { key: true } });
  }
}
