import { useTranslations } from "next-intl";
import type { TextRow } from "./TextTable";

/** How much waits in the texts of a folded chapter or act. Nothing where nothing does. */
export function WaitingIn({ rows }: { rows: Pick<TextRow, "open" | "status">[] }) {
  const t = useTranslations("Staff.TextForm.waiting");
  const changes = rows.filter(({ open }) => open).length;
  const stale = rows.filter(({ status }) => Object.values(status).some(({ stale }) => stale)).length;
  return (
    <>
      {changes > 0 && <span className="note">{t("changes", { count: changes })}</span>} {stale > 0 && <span className="note">{t("stale", { count: stale })}</span>}
    </>
  );
}
