import { useLocale, useTranslations } from "next-intl";
import { z } from "zod";
import { fieldName } from "@/components/revision/fieldName";
import { Markdown } from "@/components/ui/Markdown";
import { rowsIn, type FormValues } from "@/lib/formRows";
import type { Locale } from "@/lib/locales";
import { textFields } from "@/lib/textFields";
import { formOfText, type TextKind } from "@/lib/textForm";
import { phrase } from "@/lib/texts";

/** One text in one language, whole and as residents read it, every part with its name. */
export function TextView({ kind, text, language }: { kind: TextKind; text: unknown; language: Locale }) {
  const t = useTranslations("Staff.FieldNames");
  const locale = useLocale();
  const values: FormValues = formOfText(kind, "text", { [language]: text });
  const phrases = z.object({ say: z.array(phrase) }).safeParse(text);
  return (
    <dl className="text-view">
      {textFields[kind].map(({ name, kind }) => {
        const list = `text.${name}`;
        const lines = kind === "items" ? rowsIn(values, list).map((row) => values[`${list}.${row}.${language}`]?.[0] ?? "") : kind === "named" ? Object.entries(values).flatMap(([key, value]) => (key.startsWith(`${list}.`) ? value : [])) : (values[`text.${language}.${name}`] ?? []);
        const said = kind === "phrases" && phrases.success ? phrases.data.say : [];
        return lines.length === 0 && said.length === 0 ? null : (
          <div key={name}>
            <dt>{fieldName(t, list, locale)}</dt>
            <dd lang={language} className="text">
              {kind === "items" ? (
                <ul className="list-disc ps-6">
                  {lines.map((line, index) => (
                    <li key={index}>
                      <Markdown text={line} />
                    </li>
                  ))}
                </ul>
              ) : (
                lines.map((line, index) => <Markdown key={index} text={line} />)
              )}
              {said.map(({ english, meaning, sounds }) => (
                <p key={english}>
                  <strong lang="en">“{english}”</strong>
                  {sounds && ` [${sounds}]`} – {meaning}
                </p>
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
