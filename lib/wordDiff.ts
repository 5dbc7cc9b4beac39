import { diffWordsWithSpace } from "diff";

export type WordChange = { kind: "same" | "added" | "removed"; text: string };

/** Past these, work would grow with the square: a reader is told the whole was replaced. */
const longestText = 50_000;
const mostEdits = 1_000;

/**
 * What of a text stayed, came and went, word by word.
 * @returns pieces in order: those that are not "added" make the old text, those that are not "removed" the new one. Texts that are very long
 * or have nearly nothing in common are one piece removed and one added.
 */
export function wordDiff(before: string, after: string): WordChange[] {
  const short = before.length + after.length <= longestText;
  const changes = before !== after && short ? diffWordsWithSpace(before, after, { maxEditLength: mostEdits }) : undefined;
  if (changes) return changes.map(({ added, removed, value }) => ({ kind: added ? "added" : removed ? "removed" : "same", text: value }));
  const whole: WordChange[] = before === after ? [{ kind: "same", text: after }] : [{ kind: "removed", text: before }, { kind: "added", text: after }];
  return whole.filter(({ text }) => text !== "");
}
