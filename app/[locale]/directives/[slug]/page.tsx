import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openPage } from "../../../openPage";
import { pageMetadata } from "../../../pageMetadata";
import { pathsBySlug } from "../../../pathsBySlug";
import { DirectiveDate } from "@/components/directive/DirectiveDate";
import { ProvisionCard } from "@/components/directive/ProvisionCard";
import { Status } from "@/components/directive/Status";
import { HowWeKnow } from "@/components/ui/HowWeKnow";
import { Markdown } from "@/components/ui/Markdown";
import { Page } from "@/components/ui/Page";
import { getDirective } from "@/data/directives";
import { slugFromOtherLanguage } from "@/data/translations";
import { pathTo, pathsTo } from "@/i18n/navigation";
import type { Locale } from "@/lib/locales";

type Props = { params: Promise<{ locale: string; slug: string }> };

const directivePath = (locale: Locale, slug: string) => pathTo({ pathname: "/directives/[slug]", params: { slug } }, locale);

async function open(params: Props["params"]) {
  const { locale, city } = await openPage(params);
  const { slug } = await params;
  const directive = await getDirective(slug, locale);
  if (!directive) {
    const own = await slugFromOtherLanguage("Directive", locale, slug);
    if (own) permanentRedirect(directivePath(locale, own));
    notFound();
  }
  return { locale, city, directive, paths: pathsBySlug(directive.slugs, directivePath) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city, directive, paths } = await open(params);
  return pageMetadata(locale, paths, { title: directive.title, description: directive.summary, siteName: city.siteName });
}

export default async function DirectivePage({ params }: Props) {
  const { locale, city, directive, paths } = await open(params);
  const t = await getTranslations("Directives");
  const crumbs = [
    { name: t("menu"), path: pathTo("/directives", locale) },
    { name: directive.title, path: directivePath(locale, directive.slug) },
  ];
  // Provisions in their groups, in the order of the act; those of no group come under one heading.
  const groups = [...new Set(directive.provisions.map(({ group }) => group))];
  const madeLawBy = directive.madeLawBy && { path: directivePath(locale, directive.madeLawBy.slug), title: directive.madeLawBy.title };
  return (
    <Page city={city} paths={{ ...pathsTo("/directives"), ...paths }} crumbs={crumbs} wide={directive.provisions.some(({ quotation }) => quotation)}>
      <h1>{directive.title}</h1>
      <p className="mt-1 text-soft">
        {directive.number && `${directive.number} · `}
        {directive.signedBy} · <DirectiveDate directive={directive} />
      </p>
      <Status status={directive.status} madeLawBy={madeLawBy} />
      <div className="text mt-3 font-semibold">
        <Markdown text={directive.summary} />
      </div>
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
      <HowWeKnow of={directive.title} sources={directive.sources} status={directive.textStatus} />
    </Page>
  );
}
