import { useLocale, useTranslations } from "next-intl";
import { formSections } from "./FormSection";
import { pathTo } from "@/i18n/navigation";
import { isLocale, sourceLocale } from "@/lib/locales";

type Props = {
  id: string;
  /** Of the page that residents see; null where they see none. */
  slug: string | null;
  /** The draft or proposal that is open. */
  revisionId: string | null;
  mayVerify: boolean;
};

/** What else there is about a listing, and the parts of its form. */
export function ListingLinks({ id, slug, revisionId, mayVerify }: Props) {
  const t = useTranslations("Staff.Listings");
  const section = useTranslations("Staff.ListingForm.section");
  const locale = useLocale();
  return (
    <>
      <ul className="row">
        {slug && (
          <li>
            <a href={pathTo({ pathname: "/find-help/[slug]", params: { slug } }, isLocale(locale) ? locale : sourceLocale)}>{t("residentPage")}</a>
          </li>
        )}
        {revisionId && (
          <li>
            <a href={`/admin/preview/${revisionId}`}>{t("preview")}</a>
          </li>
        )}
        <li>
          <a href={`/admin/history/Organization/${id}`}>{t("history")}</a>
        </li>
        {mayVerify && (
          <li>
            <a href={`/admin/verification/${id}`}>{t("verify")}</a>
          </li>
        )}
      </ul>
      <nav aria-label={t("parts")}>
        <ul className="row">
          {formSections.map((name) => (
            <li key={name}>
              <a href={`#${name}`}>{section(name)}</a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
