import { Fragment, type ReactNode } from "react";
import type { Nodes } from "mdast";
import { parseMarkdown } from "@/lib/markdown";

// Only what our texts may hold is drawn: paragraphs, lists, bold, emphasis, links. Anything else, HTML above all,
// comes out as its plain words.
function draw(node: Nodes, key: number): ReactNode {
  const inside = "children" in node ? node.children.map(draw) : null;
  switch (node.type) {
    case "paragraph":
      return <p key={key}>{inside}</p>;
    case "list":
      return node.ordered ? (
        <ol key={key} className="list-decimal ps-6">
          {inside}
        </ol>
      ) : (
        <ul key={key} className="list-disc ps-6">
          {inside}
        </ul>
      );
    case "listItem":
      return <li key={key}>{inside}</li>;
    case "strong":
      return <strong key={key}>{inside}</strong>;
    case "emphasis":
      return <em key={key}>{inside}</em>;
    case "link":
      return /^(https?:|tel:|mailto:|#|\/(?![/\\]))/.test(node.url) ? (
        <a key={key} href={node.url}>
          {inside}
        </a>
      ) : (
        <Fragment key={key}>{inside}</Fragment>
      );
    case "text":
    case "html":
    case "code":
    case "inlineCode":
      return node.value;
    case "break":
      return <br key={key} />;
    default:
      return <Fragment key={key}>{inside}</Fragment>;
  }
}

/** A text in limited Markdown, as paragraphs. */
export function Markdown({ text }: { text: string }) {
  return <>{parseMarkdown(text).children.map(draw)}</>;
}

/** One paragraph of limited Markdown without its <p>, for list items. */
export function InlineMarkdown({ text }: { text: string }) {
  const blocks = parseMarkdown(text).children;
  return <>{blocks.map((block, key) => (block.type === "paragraph" ? <Fragment key={key}>{block.children.map(draw)}</Fragment> : draw(block, key)))}</>;
}
