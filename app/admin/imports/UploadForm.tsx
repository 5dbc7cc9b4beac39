import { useTranslations } from "next-intl";
import { Field } from "@/components/staff/Field";

type Props = {
  /** A roster is one kind of file from one source; listings come in two formats from anywhere. */
  roster?: { name: string; url: string };
  today: string;
};

/** A plain form: a file goes to a route that lays it down piece by piece, which a server action cannot. */
export function UploadForm({ roster, today }: Props) {
  const t = useTranslations("Staff.Imports");
  return (
    <form method="post" action="/admin/imports/upload" encType="multipart/form-data" className="form card">
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
  );
}
