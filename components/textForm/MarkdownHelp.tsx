import { useTranslations } from "next-intl";

/** The few marks that texts may hold. */
export function MarkdownHelp() {
  const t = useTranslations("Staff.TextForm.help");
  return (
    <details className="fold">
      <summary>{t("title")}</summary>
      <dl className="marks">
        {(["bold", "link", "phone", "list", "paragraph"] as const).map((mark) => (
          <div key={mark}>
            <dt>{t(`${mark}.name`)}</dt>
            <dd>
              <code>{t(`${mark}.example`)}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p>{t("plain")}</p>
    </details>
  );
}
