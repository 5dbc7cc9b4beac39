import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";

/** Longer than any field takes (lib/texts.ts). */
const longest = 10_000;
/** The parser's work grows with the square of these. */
const signs = /[*_[\]!<>`&\\\n]/g;
const mostSigns = 1_000;
/** Lists and quotations that begin inside one another in one line. */
const nested = /^[ \t]*(?:(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])[ \t]*){5}/m;

/**
 * Limited Markdown as a tree. What would keep the parser busy for seconds, or nest past every stack, is nobody's text: it
 * comes back as one paragraph of plain words.
 */
export function parseMarkdown(text: string): Root {
  const isUsual = text.length <= longest && (text.match(signs)?.length ?? 0) <= mostSigns && !nested.test(text);
  return isUsual ? fromMarkdown(text) : { type: "root", children: [{ type: "paragraph", children: [{ type: "text", value: text }] }] };
}
