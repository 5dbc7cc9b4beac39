import type { ComponentProps, ReactNode } from "react";
import { useTranslations } from "next-intl";
import { MarkdownHelp } from "./MarkdownHelp";
import { NewHeading } from "./NewHeading";
import { PlainLanguage } from "./PlainLanguage";
import { PreviewNotice } from "./PreviewNotice";
import { SourceChoice } from "./SourceChoice";
import { TextFields } from "./TextFields";
import { TextVersion } from "./TextVersion";
import { DefaultButton } from "@/components/staff/DefaultButton";
import { DoneNotice } from "@/components/staff/DoneNotice";
import { SaveButtons } from "@/components/staff/SaveButtons";
import { StartValues } from "@/components/staff/StartValues";
import { UnsavedWarning } from "@/components/staff/UnsavedWarning";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { Field } from "@/components/staff/Field";
import { SubmitButton } from "@/components/staff/SubmitButton";
import type { FormValues } from "@/lib/formRows";
import type { TextRecord } from "@/lib/recordForm";

type Props = Omit<ComponentProps<typeof TextVersion>, "sources"> & {
  action: ComponentProps<typeof ActionForm>["action"];
  /** What the last save has done. */
  done: string | undefined;
  entity: TextRecord;
  values: FormValues;
  /** Guide, chapter or act of a new record. */
  parent?: string | undefined;
  /** Absent: a change of this record needs none. */
  sources?: ComponentProps<typeof SourceChoice> | undefined;
  /** What it has besides its text. */
  children?: ReactNode;
};

/** A record that is mostly text, as staff edit it. */
export function TextForm({ action, done, entity, values, parent, sources, children, ...record }: Props) {
  const t = useTranslations("Staff.TextForm");
  return (
    <ActionForm action={action} className="form text-form">
      <StartValues values={values}>
        <DefaultButton intent="preview" />
        <UnsavedWarning />
        <DoneNotice>{done}</DoneNotice>
        <ErrorSummary />
        <TextVersion {...record} sources={sources?.known} />
        {parent && <input type="hidden" name="parent" value={parent} />}
        <section className="card" aria-labelledby="words-title">
          <h2 id="words-title">{t("words")}</h2>
          <MarkdownHelp />
          <TextFields kind={entity} path="text" />
          {entity === "Directive" && <NewHeading />}
          <SubmitButton quiet name="intent" value="preview">
            {t("previewButton")}
          </SubmitButton>
          <PreviewNotice kinds={[entity]} />
        </section>
        <PlainLanguage kind={entity} path="text" />
        {children}
        {sources && <SourceChoice {...sources} />}
        <section className="card" aria-labelledby="save-title">
          <h2 id="save-title">{t("save")}</h2>
          <Field as="textarea" name="comment" label={t("comment")} hint={t("commentHint")} rows={2} maxLength={2000} defaultValue={values.comment?.[0]} />
          <SaveButtons send="publish" />
        </section>
      </StartValues>
    </ActionForm>
  );
}
