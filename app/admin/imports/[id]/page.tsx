import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { openStaffPage } from "../../openStaffPage";
import { approveImport, cancelImport, submitImport } from "../actions";
import { ColumnsForm } from "./ColumnsForm";
import { Progress } from "./Progress";
import { RowTable } from "./RowTable";
import { StepForm } from "./StepForm";
import { Pages } from "@/components/listing/Pages";
import { Notice } from "@/components/staff/Notice";
import { getCity } from "@/data/city";
import { getImport, listImportRows, rowsAPage } from "@/data/imports/read";
import { readShortChanges } from "@/data/imports/shortChanges";
import { readColumns } from "@/data/imports/upload";
import { fileProblems } from "@/lib/importFile";
import { formatMoment } from "@/lib/moments";
import { has } from "@/lib/permissions";

const page = "/admin/imports/[id]";
const verdicts = ["refused", "new", "changed", "same", "expired", "expiring", "gone"] as const;
const asked = z.object({ verdict: z.enum(verdicts).nullable().catch(null).default(null), page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1) });
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props) {
  const { locale } = await openStaffPage(page);
  return { title: (await getImport((await params).id))?.fileName ?? (await getTranslations({ locale, namespace: "Staff.Imports" }))("title") };
}

/** One import, from its file to its end: what each row would do, and who does the next step. */
export default async function ImportPage({ params, searchParams }: Props) {
  const { actor, locale } = await openStaffPage(page);
  const job = await getImport((await params).id);
  if (!job) notFound();
  const { id, state, kind, verdicts: counts } = job;
  const t = await getTranslations("Staff.Imports");
  const query = asked.parse(await searchParams);
  const total = query.verdict ? (counts[query.verdict] ?? 0) : Object.values(counts).reduce((sum, count) => sum + count, 0);
  const pages = Math.max(1, Math.ceil(total / rowsAPage));
  const number = Math.min(query.page, pages);
  const isMine = job.uploadedById === actor.id;
  const isRoster = kind === "dojRoster";
  const isRunning = state === "checking" || state === "applying";
  const mayCheck = isMine && !isRoster && ["uploaded", "checked", "failed"].includes(state);
  const [rows, head, { timeZone }] = await Promise.all([listImportRows(id, { verdict: query.verdict, page: number }), mayCheck && kind === "csv" ? readColumns(id) : null, getCity(locale)]);
  // Once it is applied nobody knows from here what stood there before.
  const shortChanges = await readShortChanges(id, state === "checked" || state === "submitted" ? rows.map(({ line }) => line) : []);
  const changes = (counts.new ?? 0) + (counts.changed ?? 0);
  const path = (verdict: string | null, to = 1) => `/admin/imports/${id}?${new URLSearchParams({ ...(verdict ? { verdict } : {}), ...(to > 1 ? { page: String(to) } : {}) })}`;
  const problem = z.enum(fileProblems).safeParse(job.problem ?? (head && "problem" in head ? head.problem : null));
  const columns = mayCheck && !(head && "problem" in head) && <ColumnsForm id={id} columns={head?.columns ?? []} chosen={job.plan.columns ?? head?.guesses ?? []} />;
  return (
    <main id="main">
      <p>
        <a href={isRoster ? "/admin/imports/roster" : "/admin/imports"}>{t("back")}</a>
      </p>
      <h1>{job.fileName}</h1>
      <p>
        {t("about", { kind: t(`kind.${kind}`), name: job.uploadedBy, at: formatMoment(job.uploadedAt, timeZone, locale) })} {!isRoster && t("from", { source: job.plan.source.name })}
      </p>
      <p>
        <strong>{t(`state.${state}`)}</strong>
      </p>
      {problem.success && (state === "failed" || state === "uploaded") && <Notice kind="warning">{t(`problem.${problem.data}`)}</Notice>}
      {state === "applied" && job.appliedAt && <Notice>{t("applied", { count: changes, name: job.decidedBy ?? "", at: formatMoment(job.appliedAt, timeZone, locale) })}</Notice>}
      {isRunning && <Progress job={job} />}
      {state === "uploaded" && columns}

      {state === "checked" && !isRoster && isMine && (
        <>
          {(counts.refused ?? 0) > 0 ? <Notice kind="warning">{t("bad", { count: counts.refused ?? 0 })}</Notice> : changes === 0 ? <Notice>{t("nothing")}</Notice> : <StepForm action={submitImport} id={id}>{t("submit", { count: changes })}</StepForm>}
        </>
      )}
      {state === "submitted" && (isMine ? <Notice>{t("waits")}</Notice> : !has(actor.role, "imports.approve") ? <Notice>{t("waitsForEditor")}</Notice> : (
        <StepForm action={approveImport} id={id} submittedAt={job.submittedAt?.toISOString()}>
          {t("approve", { count: changes })}
        </StepForm>
      ))}
      {(isMine || has(actor.role, "imports.approve")) && (isRunning || ["uploaded", "checked", "submitted", "failed"].includes(state)) && !(isRoster && !isRunning) && (
        <StepForm action={cancelImport} id={id} quiet>
          {isRunning ? t("cancelRunning") : t("cancel")}
        </StepForm>
      )}
      {(state === "checked" || state === "failed") && columns && (
        <details className="card" open={state === "failed"}>
          <summary>{t("columns.again")}</summary>
          {columns}
        </details>
      )}

      {total + rows.length > 0 && !isRunning && (
        <>
          <h2>{t("rows.title")}</h2>
          <nav aria-label={t("rows.filter")}>
            <ul className="row">
              {[null, ...verdicts].flatMap((verdict) =>
                verdict === null || counts[verdict] ? [
                  <li key={verdict}>
                    <a href={path(verdict)} className="chip" aria-current={query.verdict === verdict ? "page" : undefined}>
                      {verdict === null ? t("rows.all") : t("countOf", { verdict: t(`verdict.${verdict}`), count: counts[verdict] ?? 0 })}
                    </a>
                  </li>,
                ] : [],
              )}
            </ul>
          </nav>
          <RowTable job={job} rows={rows} shortChanges={shortChanges} />
          <Pages page={number} count={pages} path={(to) => path(query.verdict, to)} />
        </>
      )}
    </main>
  );
}
