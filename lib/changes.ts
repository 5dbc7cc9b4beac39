import { diffArrays } from "diff";
import { textHash } from "./hash.ts";

/** One difference between two documents. `undefined` stands for what is absent. */
export type Change = { path: string; before: unknown; after: unknown };
export type ItemChange<T> = { kind: "kept" | "added" | "removed"; item: T };

type Fields = { [field: string]: unknown };
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
/** Own fields only: a document may have one named "constructor". */
const fieldOf = (fields: Fields, name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined);

/** The same JSON, whatever the order of fields? Hashing is left for what is not the same at first sight. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && (JSON.stringify(a) === JSON.stringify(b) || textHash(a) === textHash(b));
}

/** Items that have texts or other parts of their own, as services have: they are compared part by part. */
const haveParts = (list: unknown[]) => list.length > 0 && list.every((item) => isFields(item) && Object.values(item).some(isFields));

/** A list as a set: each of its items once, in one order. */
const members = (list: unknown[]) => [...new Map(list.map((item) => [textHash(item), item]))].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);

/**
 * How two JSON documents differ, as a reviewer reads it: "website", "text.en.description", "services.0.text.es.name". A list is one change at
 * its own path ("phones", "text.en.do"; itemChanges tells its items), except that lists of equally many items with parts of their own are
 * compared item by item. The order of fields is no difference, nor is that of sources; an absent field equals one that is undefined.
 */
export function changesBetween(before: unknown, after: unknown): Change[] {
  return differences(before, after, []);
}

function differences(before: unknown, after: unknown, path: string[]): Change[] {
  if (isFields(before) && isFields(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => differences(fieldOf(before, name), fieldOf(after, name), [...path, name]));
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length && haveParts(before) && haveParts(after)) {
    return before.flatMap((item, index) => differences(item, after[index], [...path, String(index)]));
  }
  if (isSame(before, after)) return [];
  const isSet = path[0] === "sources" && Array.isArray(before) && Array.isArray(after);
  return isSet && isSame(members(before), members(after)) ? [] : [{ path: path.join("."), before, after }];
}

/** Past this, a list is shown as wholly replaced. */
const mostEdits = 1_000;

/** What of a list stayed, came and went, in order. Items are the same where all their fields are. */
export function itemChanges<T>(before: T[], after: T[]): ItemChange<T>[] {
  const runs: { added: boolean; removed: boolean; count: number }[] = diffArrays(before.map(textHash), after.map(textHash), { maxEditLength: mostEdits }) ?? [
    { removed: true, added: false, count: before.length },
    { removed: false, added: true, count: after.length },
  ];
  let [old, fresh] = [0, 0];
  return runs.flatMap(({ added, removed, count }): ItemChange<T>[] => {
    if (!added) old += count;
    if (removed) return before.slice(old - count, old).map((item) => ({ kind: "removed", item }));
    fresh += count;
    return after.slice(fresh - count, fresh).map((item) => ({ kind: added ? "added" : "kept", item }));
  });
}
