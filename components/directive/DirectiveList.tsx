import { useLocale, useTranslations } from "next-intl";
import { DirectiveDate } from "./DirectiveDate";
import { Status } from "./Status";
import { Markdown } from "@/components/ui/Markdown";
import { StaleNote } from "@/components/ui/StaleNote";
import { pathTo } from "@/i18n/navigation";
import type { TextOf } from "@/lib/texts";

type Act = TextOf<"Directive"> & { id: string; slug: string; issuedOn: string | null; status: "inForce" | "superseded" | "madeLaw"; stale: boolean };

/** "Does the City work with ICE?": the short answer, every act, and when each came. */
export function DirectiveList({ city, directives }: { city: Pick<TextOf<"City">, "directives"> & { stale: boolean }; directives: Act[] }) {
  const [t, locale] = [useTranslations("Directives"), useLocale()];
  const path = (slug: string) => pathTo({ pathname: "/directives/[slug]", params: { slug } }, locale);
  const inTime = directives.filter(({ issuedOn }) => issuedOn).sort((a, b) => (a.issuedOn! < b.issuedOn! ? -1 : 1));
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="mb-5 mt-2 font-semibold">{city.directives.answer}</p>
      <StaleNote stale={city.stale} />
      <h2 className="sr-only">{t("acts")}</h2>
      <ul role="list" className="space-y-3">
        {directives.map((directive) => (
          <li key={directive.id} className="card p-4">
            <h3 className="text-[1.2rem]">
              <a href={path(directive.slug)} className="inline-flex min-h-11 items-center">
                {directive.title}
              </a>
            </h3>
            <p className="text-base text-soft">
              {directive.number && `${directive.number} · `}
              {directive.signedBy} · <DirectiveDate directive={directive} />
            </p>
            <div className="text mt-1">
              <Markdown text={directive.summary} />
            </div>
            <StaleNote stale={directive.stale} />
            <Status status={directive.status} />
          </li>
        ))}
      </ul>
      <h2 className="mt-8">{t("timeline")}</h2>
      <ol role="list" className="mt-3 border-s-4 border-sea ps-4">
        {inTime.map((directive) => (
          <li key={directive.id} className="pb-3">
            <b className="block">
              <DirectiveDate directive={{ issuedOn: directive.issuedOn }} />
            </b>
            <a href={path(directive.slug)} className="inline-flex min-h-11 items-center">
              {directive.title}
            </a>
          </li>
        ))}
      </ol>
    </>
  );
}
