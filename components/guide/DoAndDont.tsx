import { useTranslations } from "next-intl";
import { InlineMarkdown } from "@/components/ui/Markdown";

/** What to do and what not to do, each only where there is something. */
export function DoAndDont({ dos, donts, level = 3 }: { dos: string[]; donts: string[]; level?: 3 | 4 }) {
  const t = useTranslations("Section");
  const Heading = level === 3 ? "h3" : "h4";
  return (
    <>
      {[
        { items: dos, title: t("do"), kind: "dos" },
        { items: donts, title: t("dont"), kind: "donts" },
      ].map(
        ({ items, title, kind }) =>
          items.length > 0 && (
            <div key={kind} className="mt-4">
              <Heading className="mb-2 font-bold">{title}</Heading>
              {/* role: Safari forgets that an unstyled list is one */}
              <ul role="list" className={kind}>
                {items.map((item) => (
                  <li key={item}>
                    <InlineMarkdown text={item} />
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </>
  );
}
