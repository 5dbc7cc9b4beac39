import { TextDiff } from "./TextDiff";
import { itemChanges } from "@/lib/changes";

type Pair = { before: string; after: string };

/** What stayed, came and went of a list of lines. By word: a line in the place of another one is compared with it word by word. */
export function LinesDiff({ before, after, byWord }: { before: string[]; after: string[]; byWord: boolean }) {
  const pairs = pairsOf(before, after, byWord);
  const diffs = pairs.map((pair, index) => <TextDiff key={index} {...pair} />);
  if (pairs.length === 1) return <p className="lines">{diffs}</p>;
  return (
    <ul className="lines">
      {diffs.map((diff, index) => (
        <li key={index}>{diff}</li>
      ))}
    </ul>
  );
}

function pairsOf(before: string[], after: string[], byWord: boolean): Pair[] {
  const pairs: Pair[] = [];
  // From here on, lines that went and have found none in their place.
  let open = 0;
  for (const { kind, item } of itemChanges(before, after)) {
    const gone = pairs[open];
    if (kind === "removed") pairs.push({ before: item, after: "" });
    else if (kind === "added" && byWord && gone) {
      gone.after = item;
      open++;
    } else {
      pairs.push({ before: kind === "kept" ? item : "", after: item });
      open = pairs.length;
    }
  }
  return pairs;
}
