import { createTranslator } from "use-intl/core";
import { expect, it } from "vitest";
import { columnPath } from "./columnPath";
import { fieldName } from "@/components/revision/fieldName";
import { listingColumns } from "@/lib/listingColumns";
import { locales } from "@/lib/locales";
import en from "@/messages/en.json";
import es from "@/messages/es.json";

const messages: Record<(typeof locales)[number], typeof en> = { en, es };

it.each(locales)("every column of the template has a name of its own in words (%s)", (locale) => {
  const t = createTranslator({ locale, messages: messages[locale], namespace: "Staff.FieldNames" });
  const names = listingColumns.map((column) => fieldName(t, columnPath(column), locale));
  expect(new Set(names).size).toBe(listingColumns.length);
  // A field that nobody has named would stand as it is written in the document: "hoursNote".
  expect(names.filter((name) => /[a-z][A-Z]|_|\d{2}/.test(name))).toEqual([]);
});
