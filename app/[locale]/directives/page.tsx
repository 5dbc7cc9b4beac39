import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openPage } from "../../openPage";
import { pageMetadata } from "../../pageMetadata";
import { DirectiveDate } from "@/components/directive/DirectiveDate";
import { Status } from "@/components/directive/Status";
import { Markdown } from "@/components/ui/Markdown";
import { Page } from "@/components/ui/Page";
import { listDirectives } from "@/data/directives";
import { pathTo, pathsTo } from "@/i18n/navigation";

type Props = { params: Promise<{ locale: string }> };
const paths = pathsTo("/directives");

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("Directives");
  return pageMetadata(locale, paths, { title: t("title"), description: city.directives.description, siteName: city.siteName });
}

export default async function DirectivesPage({ params }: Props) {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("Directives");
  const directives = await listDirectives(locale);
  const path = (slug: string) => pathTo({ pathname: "/directives/[slug]", params: { slug } }, locale);
  const inTime = directives.filter(({ issuedOn }) => issuedOn).sort((a, b) => (a.issuedOn! < b.issuedOn! ? -1 : 1));
  return (
    <Page city={city} paths={paths} crumbs={[{ name: t("menu"), path: paths[locale] }]}>
      <h1>{t("title")}</h1>
      <p className="mb-5 mt-2 font-semibold">{city.directives.answer}</p>
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
    </Page>
  );
}
