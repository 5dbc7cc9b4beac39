import { useTranslations } from "next-intl";
import { InlineMarkdown } from "@/components/ui/Markdown";

/** What to do and what not to do, each only where there is something. Brief: the marks alone stand for the headings. */
export function DoAndDont({ dos, donts, brief = false, heading: Heading = "h3" }: { dos: string[]; donts: string[]; brief?: boolean; heading?: "h3" | "h4" }) {
  const t = useTranslations("Section");
  return (
    <>
      {[
        { items: dos, title: t("do"), kind: "dos" },
        { items: donts, title: t("dont"), kind: "donts" },
      ].map(
        ({ items, title, kind }) =>
          items.length > 0 && (
            <div key={kind} className={brief ? "mt-2" : "mt-4"}>
              <Heading className={brief ? "sr-only" : "mb-2"}>{title}</Heading>
              {/* role: Safari forgets that an unstyled list is one */}
              <ul role="list" className={kind}>
                {items.map((item, index) => (
                  <li key={index}>
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
