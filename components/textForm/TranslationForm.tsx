import type { ComponentProps } from "react";
import { useLocale, useTranslations } from "next-intl";
import { MarkdownHelp } from "./MarkdownHelp";
import { PreviewNotice } from "./PreviewNotice";
import { TextVersion } from "./TextVersion";
import { TranslationFields } from "./TranslationFields";
import { DefaultButton } from "@/components/staff/DefaultButton";
import { DoneNotice } from "@/components/staff/DoneNotice";
import { SaveButtons } from "@/components/staff/SaveButtons";
import { StartValues } from "@/components/staff/StartValues";
import { UnsavedWarning } from "@/components/staff/UnsavedWarning";
import { fieldName } from "@/components/revision/fieldName";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { Field } from "@/components/staff/Field";
import { SubmitButton } from "@/components/staff/SubmitButton";
import type { FormValues } from "@/lib/formRows";
import { languageInSentence } from "@/lib/languageName";
import type { Locale } from "@/lib/locales";

type Text = Pick<ComponentProps<typeof TranslationFields>, "kind" | "path" | "english" | "madeFrom">;
type Props = ComponentProps<typeof TextVersion> & {
  action: ComponentProps<typeof ActionForm>["action"];
  /** What the last save has done. */
  done: string | undefined;
  entity: string;
  into: Locale;
  /** The fields in that language. */
  values: FormValues;
  texts: Text[];
  isStale: boolean;
};

/** The texts of one record in one language, beside their English. */
export function TranslationForm({ action, done, entity, into, values, texts, isStale, ...record }: Props) {
  const t = useTranslations("Staff.TextForm");
  const own = useTranslations("Staff.Translations");
  const names = useTranslations("Staff.FieldNames");
  const locale = useLocale();
  const language = languageInSentence(into, locale);
  return (
    <ActionForm action={action} className="form text-form">
      <StartValues values={values}>
        <DefaultButton intent="preview" />
        <UnsavedWarning />
        <DoneNotice>{done}</DoneNotice>
        <ErrorSummary />
        <TextVersion {...record} />
        <input type="hidden" name="entity" value={entity} />
        <input type="hidden" name="into" value={into} />
        <MarkdownHelp />
        {texts.map((text) => (
          <section key={text.path} className="card" aria-labelledby={`text-${text.path}`}>
            <h2 id={`text-${text.path}`}>{text.path === "text" ? t("words") : fieldName(names, text.path.replace(/\.text$/, ""), locale)}</h2>
            <TranslationFields {...text} into={into} />
          </section>
        ))}
        <section className="card" aria-labelledby="save-title">
          <h2 id="save-title">{t("save")}</h2>
          <Field as="textarea" name="comment" label={t("comment")} rows={2} maxLength={2000} defaultValue={values.comment?.[0]} />
          <SaveButtons send="publish">
            <SubmitButton quiet name="intent" value="preview">
              {t("previewButton")}
            </SubmitButton>
          </SaveButtons>
          <PreviewNotice kinds={texts.map(({ kind }) => kind)} />
          {isStale && <p className="hint">{own("stillRight", { language })}</p>}
        </section>
      </StartValues>
    </ActionForm>
  );
}
