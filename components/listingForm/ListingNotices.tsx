import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/staff/Notice";
import { regional } from "@/lib/locales";
import { has, type Role } from "@/lib/permissions";

const outcomes = ["published", "submitted", "draft", "same", "hidden"] as const;

type Props = {
  /** What has just been done with the form. */
  done: string | undefined;
  hidden: boolean;
  unknownZips: string[];
  role: Role;
  open: { id: string; state: "draft" | "submitted"; authors: string[] } | null;
};

/** What one should know before changing a listing. */
export function ListingNotices({ done, hidden, unknownZips, role, open }: Props) {
  const t = useTranslations("Staff.Listings");
  const locale = useLocale();
  const outcome = outcomes.find((outcome) => outcome === done);
  const list = (items: string[]) => new Intl.ListFormat(regional(locale), { type: "conjunction" }).format(items);
  return (
    <>
      {outcome && <Notice>{t(outcome === "published" && hidden ? "done.approved" : `done.${outcome}`)}</Notice>}
      {hidden && <Notice kind="warning">{t("isHidden")}</Notice>}
      {unknownZips.length > 0 && <Notice kind="warning">{t("unknownZips", { codes: list(unknownZips), count: unknownZips.length })}</Notice>}
      {role === "translator" && <Notice kind="warning">{t("translationsOnly")}</Notice>}
      {!has(role, "translations.propose") && <Notice kind="warning">{t("readOnly")}</Notice>}
      {open && (
        <Notice kind="warning">
          {t(`open.${open.state}`, { authors: list(open.authors) || t("nobody") })} <a href={`/admin/revisions/${open.id}`}>{t("openChange")}</a>
        </Notice>
      )}
    </>
  );
}
