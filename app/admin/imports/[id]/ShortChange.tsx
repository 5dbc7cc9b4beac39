import { useLocale, useTranslations } from "next-intl";
import { fieldName } from "@/components/revision/fieldName";
import { linesOf } from "@/components/revision/linesOf";
import { TextDiff } from "@/components/revision/TextDiff";
import type { Change } from "@/lib/changes";

const longest = 120;

/** One field with what goes and what comes; with nothing but its name where that is long. */
export function ShortChange({ change: { path, before, after } }: { change: Change }) {
  const [names, locale] = [useTranslations("Staff.FieldNames"), useLocale()];
  const lines = (value: unknown) => linesOf(path, value, { t: names, locale, names: new Map() });
  const [gone, come] = [without(lines(before), lines(after)), without(lines(after), lines(before))];
  const isSaid = gone.length + come.length > 0 && Math.max(gone.length, come.length) <= longest;
  return (
    <>
      {fieldName(names, path, locale)}
      {isSaid && ": "}
      {isSaid && gone && <TextDiff before={gone} after="" />}
      {isSaid && gone && come && " → "}
      {isSaid && come && <TextDiff before="" after={come} />}
    </>
  );
}

const without = (lines: string[], others: string[]) => lines.filter((line) => !others.includes(line)).join("; ");
