import { useTranslations } from "next-intl";

/** That a translation is older than its English, near the words that it is about. */
export function StaleNote({ stale }: { stale: boolean }) {
  const t = useTranslations("HowWeKnow");
  return stale ? <p className="note my-3">{t("stale")}</p> : null;
}
