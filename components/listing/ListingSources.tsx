import { useTranslations } from "next-intl";
import { SourceList, type SourceProps } from "@/components/ui/SourceList";

/** Where each fact of a listing was read. Facts that were read in the same places stand together. */
export function ListingSources({ sources }: { sources: Record<string, SourceProps[]> }) {
  const t = useTranslations("Listing");
  const known = useTranslations("HowWeKnow");
  const groups = new Map<string, { facts: string[]; sources: SourceProps[] }>();
  for (const [fact, list] of Object.entries(sources)) {
    const key = list.map((source) => source.key).join();
    const group = groups.get(key) ?? { facts: [], sources: list };
    group.facts.push(t(`facts.${fact as "name"}`));
    groups.set(key, group);
  }
  return (
    <details className="fold mt-4">
      <summary>{known("title")}</summary>
      {[...groups].map(([key, { facts, sources }]) => (
        <div key={key} className="mb-3">
          <h3 className="text-base">{facts.join(", ")}</h3>
          <SourceList sources={sources} />
        </div>
      ))}
    </details>
  );
}
