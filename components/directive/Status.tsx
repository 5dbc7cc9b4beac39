import { useTranslations } from "next-intl";

/** In force, replaced, or made law: always in words. */
export function Status({ status, madeLawBy }: { status: "inForce" | "superseded" | "madeLaw"; madeLawBy?: { path: string; title: string } | null }) {
  const t = useTranslations("Directives");
  return (
    <p className={`note mt-2 inline-block ${status === "superseded" ? "" : "note-open"}`}>
      {madeLawBy ? (
        <>
          {t("madeLawBy")} <a href={madeLawBy.path}>{madeLawBy.title}</a>
        </>
      ) : (
        t(status)
      )}
    </p>
  );
}
