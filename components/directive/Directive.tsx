import { useLocale, useTranslations } from "next-intl";
import { DirectiveDate } from "./DirectiveDate";
import { ProvisionCard, type ProvisionProps } from "./ProvisionCard";
import { Status } from "./Status";
import { HowWeKnow } from "@/components/ui/HowWeKnow";
import { Markdown } from "@/components/ui/Markdown";
import type { SourceProps } from "@/components/ui/SourceList";
import { StaleNote } from "@/components/ui/StaleNote";
import { pathTo } from "@/i18n/navigation";
import type { TextOf } from "@/lib/texts";

type Props = TextOf<"Directive"> & {
  issuedOn: string | null;
  status: "inForce" | "superseded" | "madeLaw";
  madeLawBy: { slug: string; title: string } | null;
  provisions: (ProvisionProps & { group: string | null })[];
  sources: SourceProps[];
  stale: boolean;
  textStatus: ProvisionProps["status"];
};

/** An act of the City: what it is, what it does not do, and everything that it orders. */
export function Directive({ directive }: { directive: Props }) {
  const [t, locale] = [useTranslations("Directives"), useLocale()];
  // Provisions in their groups, in the order of the act; those of no group come under one heading.
  const groups = [...new Set(directive.provisions.map(({ group }) => group))];
  const law = directive.madeLawBy;
  const madeLawBy = law && { path: pathTo({ pathname: "/directives/[slug]", params: { slug: law.slug } }, locale), title: law.title };
  return (
    <>
      <h1>{directive.title}</h1>
      <p className="mt-1 text-soft">
        {directive.number && `${directive.number} · `}
        {directive.signedBy} · <DirectiveDate directive={directive} />
      </p>
      <Status status={directive.status} madeLawBy={madeLawBy} />
      <div className="text mt-3 font-semibold">
        <Markdown text={directive.summary} />
      </div>
      <StaleNote stale={directive.stale} />
      {directive.limits && (
        <div className="note mt-4">
          <h2 className="text-[1.125rem]">{t("limits")}</h2>
          <div className="text">
            <Markdown text={directive.limits} />
          </div>
        </div>
      )}
      {groups.map((group) => (
        <section key={group} className="mt-6">
          <h2 className="mb-3">{group ? directive.groups[group] : t("provisions")}</h2>
          <ol role="list" className="space-y-3">
            {directive.provisions
              .filter((provision) => provision.group === group)
              .map((provision) => (
                <ProvisionCard key={provision.key} provision={provision} act={directive.title} />
              ))}
          </ol>
        </section>
      ))}
      <h2 className="mt-6">{t("about")}</h2>
      <div className="text mt-1">
        <Markdown text={directive.statusNote} />
      </div>
      {/* Said above already, where the summary and the limits stand. */}
      <HowWeKnow of={directive.title} sources={directive.sources} status={{ ...directive.textStatus, stale: false }} />
    </>
  );
}
