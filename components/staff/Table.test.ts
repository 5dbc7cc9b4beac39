import { createElement as h, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Table } from "./Table";

const heading = (text: ReactNode) => h("th", { scope: "col", key: String(text) }, text);
const head = h("thead", {}, h("tr", {}, heading("Name"), null, heading("Phone"), h("th", { scope: "col", key: "act" }, h("span", {}, "Correct"))));
const row = h("tr", {}, h("th", { scope: "row" }, "A house"), false, h("td", { className: "nowrap" }, "12"), h("td", {}, "x"));
const drawn = (body: ReactNode, cards?: boolean) => renderToStaticMarkup(h(Table, { caption: "All", ...(cards !== undefined && { cards }), children: [head, h("tbody", { key: "body" }, body)] }));

it("a cell has the name of its column with it, and every part the role that it has in a table", () => {
  expect(drawn(row)).toContain(
    '<tbody role="rowgroup"><tr role="row"><th scope="row" role="rowheader" data-label="Name">A house</th><td class="nowrap" role="cell" data-label="Phone">12</td><td role="cell">x</td></tr></tbody>',
  );
  expect(drawn(row)).toContain('<th scope="col" role="columnheader">Name</th>');
});

it("a cell across all columns, and a table that is none of cards, have no names in their cells", () => {
  expect(drawn(h("tr", {}, h("td", { colSpan: 3 }, "form")))).toMatch(/<td colspan="3" role="cell">form</i);
  expect(drawn(row, false)).not.toContain("data-label");
});

it("a row that hides in a component is no table", () => {
  expect(() => drawn(h(() => row))).toThrow("plain sight");
});
