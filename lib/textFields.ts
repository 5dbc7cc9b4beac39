import type { TextEntity } from "./texts.ts";

/**
 * How a field of a text is edited. line: one line. words: several. markdown: several, with **bold** and links. items: a list
 * of Markdown lines. phrases: what to say to an agent. named: one line for each key that the record has.
 */
export type TextFieldKind = "line" | "words" | "markdown" | "items" | "phrases" | "named";
/** name: its path within the text; empty: the text itself. */
export type TextField = { name: string; kind: TextFieldKind; optional?: true };

const line = (name: string): TextField => ({ name, kind: "line" });
const words = (name: string): TextField => ({ name, kind: "words" });
const markdown = (name: string): TextField => ({ name, kind: "markdown" });
const optional = (field: TextField): TextField => ({ ...field, optional: true });

/** The fields of each kind of text (lib/texts.ts), in the order of their form. */
export const textFields: Record<Exclude<TextEntity, "TaxonomyTerm">, TextField[]> = {
  City: [
    line("siteName"),
    line("city"),
    line("office"),
    markdown("about"),
    words("directives.hint"),
    words("directives.answer"),
    words("directives.description"),
    words("otherLanguagesNote"),
    { name: "links", kind: "named" },
  ],
  Chapter: [line("title"), words("summary"), optional(words("first"))],
  Section: [
    line("title"),
    markdown("answer"),
    { name: "do", kind: "items" },
    { name: "dont", kind: "items" },
    { name: "say", kind: "phrases" },
    optional(markdown("why")),
    optional(markdown("contested")),
  ],
  Directive: [
    line("title"),
    optional(line("number")),
    line("signedBy"),
    optional(line("dateNote")),
    markdown("summary"),
    markdown("statusNote"),
    optional(markdown("limits")),
    { name: "groups", kind: "named" },
  ],
  Provision: [line("actor"), markdown("duty"), markdown("meaning")],
  Organization: [optional(markdown("description")), optional(words("intake")), optional(words("hoursNote")), optional(words("languagesNote")), optional(line("coverage"))],
  Service: [line("name"), optional(markdown("description"))],
  Conflict: [words("")],
};
