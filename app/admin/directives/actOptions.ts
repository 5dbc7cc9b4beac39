import { listActs } from "@/data/staffTexts";

/** The approved acts but this one, by key, as a select offers them. */
export async function actOptions(but?: string): Promise<{ value: string; label: string }[]> {
  const acts = await listActs();
  return acts.flatMap(({ isNew, document: { key, text } }) => (isNew || key === but ? [] : [{ value: key, label: text.en.title }]));
}
