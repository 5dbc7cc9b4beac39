import { Children, cloneElement, isValidElement, type ReactElement, type ReactNode } from "react";

type Part = ReactElement<{ children?: ReactNode; colSpan?: number; scope?: string; role?: string; "data-label"?: string | undefined }>;
type Props = {
  caption: string;
  /** Whether each row is a card on a narrow screen; not for tables that fit there. */
  cards?: boolean;
  /** <thead> and <tbody>, with every row and cell in plain sight: not within components of their own. */
  children: ReactNode;
};

/**
 * A table with its name; where it is wider than its place it scrolls by itself, also by keyboard. On a narrow screen each row is a card, and each
 * cell has its column's name before it. The roles are what they would be anyway: browsers forget them where a row is laid out as a card.
 */
export function Table({ caption, cards = true, children }: Props) {
  const labels = cards ? labelsOf(children) : [];
  return (
    <div className={cards ? "sheet cards" : "sheet"} role="region" aria-label={caption} tabIndex={0}>
      <table role="table">
        <caption className="sr-only">{caption}</caption>
        {partsOf(children).map((group) => cloneElement(group, { role: "rowgroup" }, partsOf(group.props.children).map((row) => withLabels(row, labels))))}
      </table>
    </div>
  );
}

function partsOf(children: ReactNode): Part[] {
  return Children.toArray(children).filter((child): child is Part => {
    if (isValidElement(child) && typeof child.type === "string") return true;
    throw new Error("A table needs its rows and cells in plain sight.");
  });
}

/** What the columns are called; one without a word to be seen has none. */
function labelsOf(children: ReactNode): (string | undefined)[] {
  const head = partsOf(children).find(({ type }) => type === "thead");
  const cells = partsOf(head?.props.children).flatMap((row) => partsOf(row.props.children));
  return cells.map(({ props }) => (typeof props.children === "string" ? props.children : undefined));
}

function withLabels(row: Part, labels: (string | undefined)[]): Part {
  const cells = partsOf(row.props.children).map((cell, place) => {
    if (cell.props.scope === "col") return cloneElement(cell, { role: "columnheader" });
    return cloneElement(cell, { role: cell.type === "th" ? "rowheader" : "cell", ...(!cell.props.colSpan && { "data-label": labels[place] }) });
  });
  return cloneElement(row, { role: "row" }, cells);
}
