import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/dates";

/** When an act was issued, as precisely as it is known. */
export function DirectiveDate({ directive }: { directive: { issuedOn: string | null; dateNote?: string } }) {
  const t = useTranslations("Directives");
  const locale = useLocale();
  if (directive.dateNote) return <>{directive.dateNote}</>;
  return directive.issuedOn ? <time dateTime={directive.issuedOn}>{formatDate(directive.issuedOn, locale)}</time> : <>{t("noDate")}</>;
}
