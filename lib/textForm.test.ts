import { describe, expect, it } from "vitest";
import { documents } from "./documents.ts";
import { faultsOf } from "./faults.ts";
import { typedValues } from "./formResult.ts";
import { fieldOfRecordFault, formOfRecord, recordFromForm } from "./recordForm.ts";
import { fieldOfTextFault, formDifferences, formOfText, proseOf, textFromForm, translationFromForm } from "./textForm.ts";

const section = documents.Section.parse({
  chapterId: "c",
  key: "s",
  position: 1,
  lastReviewedOn: "2026-11-20",
  sources: ["law"],
  text: {
    en: { title: "Door", answer: "No.", do: ["Wait.", "Ask."], dont: [], say: [{ english: "Who is it?", meaning: "You ask." }], why: "Law." },
    es: { title: "Puerta", answer: "No.", do: ["Espere.", "Pida."], dont: [], say: [{ english: "Who is it?", meaning: "Usted pregunta.", sounds: "ju is it" }] },
  },
});
const directive = documents.Directive.parse({
  key: "d",
  position: 1,
  issuedOn: null,
  status: "inForce",
  slug: { en: "d", es: "d" },
  sources: ["law"],
  text: { en: { title: "Act", signedBy: "Mayor", summary: "S", statusNote: "N", groups: { safety: "Safe" } }, es: { title: "Acto", signedBy: "Alcalde", summary: "S", statusNote: "N", groups: { safety: "A salvo" } } },
});
const form = formOfRecord("Section", section);
const saved = (values: Record<string, string[]>) => documents.Section.safeParse(recordFromForm("Section", values, section));

describe("the form of a record", () => {
  it("says the same as the record that it was made from", () => {
    expect(saved(form).data).toEqual(section);
    expect(documents.Directive.parse(recordFromForm("Directive", formOfRecord("Directive", directive), directive))).toEqual(directive);
  });

  it("survives gaps, empty rows, CRLF and loose space", () => {
    const { "text.do.0.en": _, "text.do.0.es": __, ...others } = form;
    const values = { ...others, "text.do.7.en": ["  Last.\r\nLine "], "text.do.7.es": ["Último."], "text.do.9.en": [" "], "text.do.9.es": [""] };
    expect(saved(values).data?.text.en.do).toEqual(["Ask.", "Last.\nLine"]);
    expect(saved(values).data?.text.es.do).toEqual(["Pida.", "Último."]);
  });

  it("names the field where one language says nothing, by its row in the form", () => {
    const values = { ...form, "text.do.8.en": ["Only English."], "text.say.4.english": ["Stop"], "text.say.4.meaning.en": ["m"], "text.en.title": [""] };
    const result = saved(values);
    const fields = faultsOf(result.error!).map(({ path }) => fieldOfRecordFault("Section", values, path));
    expect(fields.sort()).toEqual(["text.do.8.es", "text.en.title", "text.say.4.meaning.es", "text.say.4.sounds.es"]);
  });

  it("keeps what the form has no field for, whatever is sent", () => {
    const forged = { ...form, hidden: ["true"], position: ["99"], key: ["x"], chapterId: ["y"], "text.constructor.0.en": ["z"], "text.__proto__.en": ["z"], "text.en.extra": ["z"], confirmed: ["z"], "confirmed.es": ["0".repeat(64)] };
    expect(saved(forged).data).toEqual(section);
    expect(({} as Record<string, unknown>).en).toBeUndefined();
  });

  it("refuses what is no document: wrong days, pictures, far too long or too many", () => {
    expect(saved({ ...form, lastReviewedOn: ["2026-13-40"] }).success).toBe(false);
    expect(saved({ ...form, pictogram: ["<script>"] }).success).toBe(false);
    expect(saved({ ...form, "text.en.answer": ["x".repeat(10_001)] }).success).toBe(false);
    expect(saved({ ...form, sources: Array.from({ length: 21 }, (_, index) => `s-${index}`) }).success).toBe(false);
    expect(saved({ ...form, "text.en.answer": ["\u0000"] }).success).toBe(false);
    expect(saved({}).success).toBe(false);
  });

  it("reads 1,000 rows in no time, and files as nothing", () => {
    const data = new FormData();
    for (const [name, [value]] of Object.entries(form)) data.append(name, value!);
    for (let row = 2; row < 999; row++) data.append(`text.do.${row}.en`, "x");
    data.append("text.es.why", new File(["x"], "x.txt"));
    const values = typedValues(data);
    expect((textFromForm(values, "Section", "text").en as { do: string[] }).do).toHaveLength(999);
    expect(values["text.es.why"]).toBeUndefined();
  });

  it("adds a heading to an act in each language, and misses it where one says nothing", () => {
    const values = { ...formOfRecord("Directive", directive), "newGroup.en": ["City property"], "newGroup.es": ["Bienes"] };
    expect(documents.Directive.parse(recordFromForm("Directive", values, directive)).text.es.groups).toEqual({ safety: "A salvo", "city-property": "Bienes" });
    const half = { ...values, "newGroup.es": [""] };
    const faults = faultsOf(documents.Directive.safeParse(recordFromForm("Directive", half, directive)).error!);
    expect(faults.map(({ path }) => fieldOfRecordFault("Directive", half, path))).toEqual(["newGroup.es"]);
  });
});

describe("the form of a translation", () => {
  const translate = (values: Record<string, string[]>) => translationFromForm(values, "Section", "text", section.text, "es");
  const own = formOfText("Section", "text", { es: section.text.es });

  it("says the same as the translation that it was made from", () => expect(translate(own)).toEqual(section.text.es));

  it("takes no English, no rows and no phrase that the English does not have", () => {
    const forged = { ...own, "text.en.title": ["Forged"], "text.do.0.en": ["Forged"], "text.say.0.english": ["I consent"], "text.do.5.es": ["De más"], "text.groups.x.es": ["x"] };
    expect(translate(forged)).toEqual(section.text.es);
  });

  it("misses rows of the English that it leaves empty", () => {
    const text = translate({ ...own, "text.do.1.es": [""] }) as { do: unknown[] };
    expect(text.do).toEqual(["Espere.", undefined]);
  });
});

it("a conflict is shown field by field, by what is said and not by how rows are numbered", () => {
  const renumbered = Object.fromEntries(Object.entries(form).map(([name, value]) => [name.replace("text.do.1.", "text.do.31."), value]));
  expect(formDifferences({ ...renumbered, version: ["3"], comment: ["x"], "text.do.40.en": [""] }, form)).toEqual([]);
  expect(formDifferences({ ...form, "text.en.title": ["Gate"], "text.do.2.en": ["More"] }, form)).toEqual([
    { name: "text.en.title", mine: "Gate", theirs: "Door" },
    { name: "text.do.2.en", mine: "More", theirs: "" },
  ]);
});

it("faults of headings stand at their key, those of plain fields at their name", () => {
  expect(fieldOfTextFault({}, "Directive", "text", "text.es.groups.safety")).toBe("text.groups.safety.es");
  expect(fieldOfTextFault({}, "City", "text", "text.es.directives.hint")).toBe("text.es.directives.hint");
});

it("plainness is measured on sentences: no titles, no English phrases", () => {
  expect(proseOf(form, "Section", "text", "en")).toBe("No.\n\nWait.\n\nAsk.\n\nYou ask.\n\nLaw.");
  expect(proseOf(form, "Section", "text", "es")).toBe("No.\n\nEspere.\n\nPida.\n\nUsted pregunta.");
});

it("reads thousands of rows in a moment", () => {
  const rows = Array.from({ length: 1_000 }, (_, row) => ["do", "dont"].map((list) => [`text.${list}.${row}.es`, ["x"]])).flat();
  const began = performance.now();
  expect(textFromForm(Object.fromEntries(rows), "Section", "text").es).toMatchObject({ do: { length: 1_000 } });
  expect(performance.now() - began).toBeLessThan(500);
});
