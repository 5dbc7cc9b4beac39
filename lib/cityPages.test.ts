import { expect, it } from "vitest";
import { cityPagesOf } from "./cityPages";

it.each([
  [["text.en.about"], ["about"]],
  [["text.es.links.mayor", "links"], ["about"]],
  [["text.en.directives.answer", "text.es.directives.hint"], ["home", "directives"]],
  [["text.en.directives"], ["directives"]],
  [["text.en.office", "text.en.siteName"], ["home", "accessibility"]],
  [["exitUrl"], ["home"]],
  [["timeZone", "otherLanguages"], ["home"]],
  [[], ["home"]],
])("a change of %j shows on %j", (changedFields, pages) => expect(cityPagesOf(changedFields)).toEqual(pages));
