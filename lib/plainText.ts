import { toString } from "mdast-util-to-string";
import { parseMarkdown } from "./markdown.ts";

/** Limited Markdown without its marks, for titles and descriptions, cut at a word after `longest` characters. */
export function plainText(markdown: string, longest = 160): string {
  const text = parseMarkdown(markdown).children.map((block) => toString(block)).join(" ").replace(/\s+/g, " ").trim();
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/\s+\S*$/, "")}…`;
}
