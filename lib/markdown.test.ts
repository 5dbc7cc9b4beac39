import { fromMarkdown } from "mdast-util-from-markdown";
import type { Nodes } from "mdast";
import { describe, expect, it } from "vitest";
import { parseMarkdown } from "./markdown.ts";

const size = 10_000;
const lines = (line: (number: number) => string, count: number) => Array.from({ length: count }, (_, number) => line(number)).join("\n").slice(0, size);
const hostile: Record<string, string> = {
  "lists in lists": `${"- ".repeat(size / 2 - 1)}a`,
  "numbers in numbers": `${"1. ".repeat(3_000)}a`,
  quotations: `${">".repeat(size - 1)}a`,
  "quotations of lists": `${"> - ".repeat(2_400)}a`,
  "lists that go deeper by lines": lines((depth) => `${"\t".repeat(4 * depth)}- - - - a`, 100),
  "lists that go deeper by spaces": lines((depth) => `${"  ".repeat(depth)}- a`, 100),
  pictures: `${"![".repeat(4_000)}a${"](x)".repeat(400)}`,
  emphasis: `${"*".repeat(size / 2)}a${"*".repeat(size / 2)}`,
  "two emphases": "_a*".repeat(size / 3),
  brackets: "[".repeat(size),
  links: "[a](".repeat(size / 4),
  lines: "a\n".repeat(size / 2),
  "few signs": "*a ".repeat(999),
  pages: "a\n".repeat(1_000_000),
};

function depthOf(root: Nodes): number {
  let deepest = 0;
  for (const left: [Nodes, number][] = [[root, 0]]; left.length > 0; ) {
    const [node, depth] = left.pop()!;
    deepest = Math.max(deepest, depth);
    if ("children" in node) left.push(...node.children.map((child): [Nodes, number] => [child, depth + 1]));
  }
  return deepest;
}

describe("a text that is meant to keep the parser busy", () => {
  it.each(Object.entries(hostile))("%s", (_, text) => {
    const began = performance.now();
    const tree = parseMarkdown(text);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(depthOf(tree)).toBeLessThan(1_000);
  });
});

it("reads every other text as Markdown", () => {
  const text = "Call **now**.\n\n- one\n  - two: [CARECEN](https://carecen-la.org)\n\n> 1. *three*";
  expect(parseMarkdown(text)).toEqual(fromMarkdown(text));
});
