import { useTranslations } from "next-intl";

const parts = [
  { title: "doTitle", items: ["do1", "do2", "do3", "do4"] },
  { title: "limitsTitle", items: ["limits1", "limits2"] },
] as const;

/** What we do so that everybody can read this guide, what does not work yet, and the office to ask. */
export function Accessibility({ office }: { office: string }) {
  const t = useTranslations("Accessibility");
  return (
    <div className="text">
      <h1>{t("title")}</h1>
      <p className="font-semibold">{t("lead")}</p>
      {parts.map(({ title, items }) => (
        <section key={title} className="text">
          <h2>{t(title)}</h2>
          <ul className="list-disc space-y-2 ps-6">
            {items.map((item) => (
              <li key={item}>{t(item)}</li>
            ))}
          </ul>
        </section>
      ))}
      <h2>{t("helpTitle")}</h2>
      <p>{t("help", { office })}</p>
    </div>
  );
}
