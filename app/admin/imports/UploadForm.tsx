"use client";

import { useState, type FormEvent } from "react";
import { useTranslations } from "next-intl";
import { FormAnswer } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { Field } from "@/components/staff/Field";
import type { FormResult } from "@/lib/formResult";
import { uploadFaults } from "@/lib/uploadFaults";

type Props = {
  /** A roster is one kind of file from one source; listings come in two formats from anywhere. */
  roster?: { name: string; url: string };
  today: string;
  /** What the last try said. */
  said: FormResult | null;
};

const isOurs = (name: string): name is keyof typeof uploadFaults => name in uploadFaults;

/** A plain form: a file goes to a route that lays it down piece by piece, which a server action cannot. */
export function UploadForm({ roster, today, said }: Props) {
  const t = useTranslations("Staff.Imports");
  const [result, setResult] = useState(said);
  /** The route judges the same; asked here first, no large file sets out for nothing and has to be chosen again. */
  function judge(event: FormEvent<HTMLFormElement>) {
    const wrong = [...event.currentTarget.elements].flatMap((control) => (control instanceof HTMLInputElement && !control.validity.valid && isOurs(control.name) ? control.name : []));
    if (wrong.length === 0) return;
    event.preventDefault();
    setResult({ errors: wrong.map((field) => ({ field, message: t(`problem.${uploadFaults[field]}`) })), values: result?.values ?? {} });
  }
  return (
    <FormAnswer result={result}>
      <form method="post" action="/admin/imports/upload" encType="multipart/form-data" className="form card" noValidate onSubmit={judge}>
        <ErrorSummary />
        {roster ? (
          <>
            <input type="hidden" name="kind" value="dojRoster" />
            <input type="hidden" name="source.name" value={roster.name} />
            <input type="hidden" name="source.url" value={roster.url} />
          </>
        ) : (
          <>
            <Field as="select" name="kind" label={t("upload.kind")} options={(["csv", "hsds"] as const).map((value) => ({ value, label: t(`kind.${value}`) }))} />
            <Field name="source.name" label={t("upload.sourceName")} hint={t("upload.sourceNameHint")} maxLength={200} required />
            <Field name="source.url" type="url" label={t("upload.sourceUrl")} maxLength={500} />
            <Field name="source.readOn" type="date" label={t("upload.readOn")} max={today} />
          </>
        )}
        <Field name="file" type="file" label={t("upload.file")} hint={t("upload.fileHint")} accept=".csv,.tsv,.txt,.json,text/csv,application/json" required />
        <button type="submit" className="button">
          {t("upload.submit")}
        </button>
      </form>
    </FormAnswer>
  );
}
