import { useTranslations } from "next-intl";
import { HowWeKnow } from "@/components/ui/HowWeKnow";
import { Markdown } from "@/components/ui/Markdown";
import type { SourceProps } from "@/components/ui/SourceList";
import type { TextOf } from "@/lib/texts";

export type ProvisionProps = TextOf<"Provision"> & {
  key: string;
  quotation: string | null;
  sources: SourceProps[];
  status: { counsel: string | null; reader: string | null; stale: boolean };
};

/** One thing that an act orders: in plain words first, then its exact words. */
export function ProvisionCard({ provision, act }: { provision: ProvisionProps; act: string }) {
  const t = useTranslations("Directives");
  const linked = provision.sources.find(({ url }) => url);
  return (
    <li id={provision.key} className={`card p-4 ${provision.quotation ? "lg:grid lg:grid-cols-2 lg:gap-x-8" : ""}`}>
      <dl>
        <dt className="text-base text-soft">{t("who")}</dt>
        <dd className="mb-2 font-bold">{provision.actor}</dd>
        <dt className="text-base text-soft">{t("must")}</dt>
        <dd className="text mb-2">
          <Markdown text={provision.duty} />
        </dd>
        <dt className="text-base text-soft">{t("meaning")}</dt>
        <dd className="text">
          <Markdown text={provision.meaning} />
        </dd>
      </dl>
      {provision.quotation && (
        <figure className="mt-3 border-s-4 border-line ps-4 text-base lg:mt-0">
          <figcaption className="text-soft">{t("exactWords")}</figcaption>
          <blockquote lang="en">“{provision.quotation}”</blockquote>
          {linked && (
            <p className="mt-1">
              {t("source")}{" "}
              <a href={linked.url ?? undefined} lang="en" rel="noopener noreferrer">
                {linked.name}
              </a>
            </p>
          )}
        </figure>
      )}
      <HowWeKnow of={`${act}: ${provision.actor}`} sources={provision.sources} status={provision.status} />
    </li>
  );
}
