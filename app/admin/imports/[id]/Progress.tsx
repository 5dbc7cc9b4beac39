import { useFormatter, useTranslations } from "next-intl";
import { RefreshWhileRunning } from "./RefreshWhileRunning";
import type { ImportView } from "@/data/imports/read";

/** How far the press is. */
export function Progress({ job: { id, state, rowsDone, rowsTotal, cancelWished } }: { job: ImportView }) {
  const [t, format] = [useTranslations("Staff.Imports"), useFormatter()];
  const isApplying = state === "applying";
  return (
    <div className="card">
      <p>{cancelWished ? t("progress.stopping") : isApplying ? t("progress.applying") : t("progress.checking")}</p>
      <progress max={Math.max(rowsTotal, 1)} value={rowsDone} aria-label={t("progress.name")} />
      <p role="status">{rowsTotal > 0 ? t("progress.rows", { done: format.number(rowsDone), total: format.number(rowsTotal) }) : t("progress.begins")}</p>
      <noscript>
        <a href={`/admin/imports/${id}`}>{t("progress.again")}</a>
      </noscript>
      <RefreshWhileRunning />
    </div>
  );
}
