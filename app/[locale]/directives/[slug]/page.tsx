import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openPage } from "../../../openPage";
import { pageMetadata } from "../../../pageMetadata";
import { pathsBySlug } from "../../../pathsBySlug";
import { Directive } from "@/components/directive/Directive";
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
  return (
    <Page city={city} paths={{ ...pathsTo("/directives"), ...paths }} crumbs={crumbs} wide={directive.provisions.some(({ quotation }) => quotation)}>
      <Directive directive={directive} />
    </Page>
  );
}
