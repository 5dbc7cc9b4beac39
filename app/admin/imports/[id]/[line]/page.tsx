import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { openStaffPage } from "../../../openStaffPage";
import { Remark } from "../Remark";
import { Changes } from "@/components/revision/Changes";
import { sourceLabels } from "@/components/staff/sourceLabels";
import { documentNames } from "@/data/documentNames";
import { getImportRow } from "@/data/imports/read";
import { changeRows } from "@/lib/changeRows";

const page = "/admin/imports/[id]/[line]";
const line = z.coerce.number().int().min(1).max(2_000_000);
type Props = { params: Promise<{ id: string; line: string }> };

async function open({ params }: Props) {
  const { id, line: written } = await params;
  const parsed = line.safeParse(written);
  return parsed.success ? getImportRow(id, parsed.data) : null;
}

export async function generateMetadata(props: Props) {
  const { locale } = await openStaffPage(page);
  return { title: (await open(props))?.name ?? (await getTranslations({ locale, namespace: "Staff.Imports" }))("title") };
}

/** What one row of a file would change, field by field. */
export default async function ImportRowPage(props: Props) {
  const { locale } = await openStaffPage(page);
  const row = await open(props);
  if (!row) notFound();
  const [t, words, source] = [await getTranslations("Staff.Imports"), await getTranslations("Staff.Revisions"), await getTranslations("Staff.Source")];
  const names = await documentNames([row.before, row.after], locale, (sources) => sourceLabels([...sources, ...(row.newSource ? [row.newSource] : [])], source, locale));
  const near = row.remarks.flatMap((remark) => (remark.kind === "field" ? [] : remark));
  return (
    <main id="main">
      <p>
        <a href={`/admin/imports/${row.importId}`}>{t("backToImport")}</a>
      </p>
      <h1>{row.name}</h1>
      <p>{t("rowOf", { line: row.line, verdict: t(`verdict.${row.verdict}`) })}</p>
      {near.map((remark, place) => (
        <p key={place} className="note">
          <Remark remark={remark} />
        </p>
      ))}
      <h2>{words(row.before ? "diff" : "diffNew")}</h2>
      <Changes rows={changeRows(row.before, row.after)} names={names} />
    </main>
  );
}
