import { useTranslations } from "next-intl";
import type messages from "@/messages/en.json";
import { acceptedWords } from "@/lib/acceptedWords";
import { needCodes } from "@/lib/content";
import type { ImportRemark } from "@/lib/importRemarks";
import { isListingColumn } from "@/lib/listingColumns";

type Remark = Extract<ImportRemark, { kind: "fault" }>;
type Codes = keyof typeof messages.Staff.Faults;
type OwnCodes = Exclude<keyof typeof messages.Staff.Imports.fault, "need" | "oneOf">;

/** Where a reason says more of some columns than it says elsewhere. */
const said: [reason: string, column: RegExp, code: OwnCodes][] = [
  ["time", /^hours$/, "hours"],
  ["date", /_on$/, "day"],
  ["required", /^address_\d_/, "wholeAddress"],
  ["required", /^recognition_/, "wholeRecognition"],
  ["required", /^phone_\d$/, "phoneOfExtension"],
  ["required", /^source_name$/, "sourceName"],
];

/** What is wrong with a cell, and what may stand there instead. */
export function Fault({ fault: { column, reason, value } }: { fault: Remark }) {
  const t = useTranslations("Staff.Imports");
  const sentence = useSentence(column, reason);
  return (
    <>
      {column && <code>{column}</code>} {value && t("remark.value", { value })} {sentence}
    </>
  );
}

function useSentence(column: string, reason: string): string {
  const [t, faults] = [useTranslations("Staff.Imports.fault"), useTranslations("Staff.Faults")];
  const isOwn = (code: string): code is OwnCodes => t.has(code as OwnCodes);
  const isKnown = (code: string): code is Codes => faults.has(code as Codes);
  const words = reason === "choice" && isListingColumn(column) ? acceptedWords(column) : [];
  if (words.length > 0) return t("oneOf", { words: words.join(", ") });
  if (reason === "need") return t("need", { codes: needCodes.join(", ") });
  const code = said.find(([ofReason, columns]) => ofReason === reason && columns.test(column))?.[2] ?? reason;
  return isOwn(code) ? t(code) : faults(isKnown(code) ? code : "invalid");
}
