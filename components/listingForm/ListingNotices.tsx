import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/staff/Notice";
import { regional } from "@/lib/locales";
import { has, type Role } from "@/lib/permissions";

type Props = {
  hidden: boolean;
  unknownZips: string[];
  role: Role;
};

/** What one should know before changing a listing. */
export function ListingNotices({ hidden, unknownZips, role }: Props) {
  const t = useTranslations("Staff.Listings");
  const locale = useLocale();
  const codes = new Intl.ListFormat(regional(locale), { type: "conjunction" }).format(unknownZips);
  return (
    <>
      {hidden && <Notice kind="warning">{t("isHidden")}</Notice>}
      {unknownZips.length > 0 && <Notice kind="warning">{t("unknownZips", { codes, count: unknownZips.length })}</Notice>}
      {role === "translator" && <Notice kind="warning">{t("translationsOnly")}</Notice>}
      {!has(role, "translations.propose") && <Notice kind="warning">{t("readOnly")}</Notice>}
    </>
  );
}
