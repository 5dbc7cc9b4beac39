import { getTranslations } from "next-intl/server";
import { HelpForm } from "@/components/listing/HelpForm";
import { HelpSummary } from "@/components/listing/HelpSummary";
import { Hotlines } from "@/components/listing/Hotlines";
import { ListingCard } from "@/components/listing/ListingCard";
import { Pages } from "@/components/listing/Pages";
import { Page } from "@/components/ui/Page";
import type { CityView } from "@/data/city";
import { listHotlines, listLanguages, listNeeds, readListings } from "@/data/listings";
import { pageSize, postalCodeCentre, searchListings } from "@/data/search";
import { pathTo } from "@/i18n/navigation";
import { helpQueryString, isFiltered, type HelpQuery } from "@/lib/helpFilters";
import { clockOf } from "@/lib/hours";
import { eachLocale, type Locale } from "@/lib/locales";

/** The address of one page of the list: filters stand in the query, the pages of the whole list in the path. */
export function helpPath(locale: Locale, filters: HelpQuery["filters"], page = 1): string {
  if (!isFiltered(filters) && page > 1) return pathTo({ pathname: "/find-help/page/[page]", params: { page: String(page) } }, locale);
  return pathTo("/find-help", locale) + helpQueryString(filters, page);
}

/** "Find help", whatever was asked: the whole list, a page of it, or what a search found. */
export async function HelpList({ locale, city, query, asked }: { locale: Locale; city: CityView; query: HelpQuery; asked: Record<string, string> }) {
  const { filters, page, faults } = query;
  const t = await getTranslations("FindHelp");
  const near = filters.zip ? await postalCodeCentre(filters.zip) : null;
  const [result, hotlines, needs, languages] = await Promise.all([searchListings(filters, near, page), listHotlines(locale), listNeeds(locale), listLanguages()]);
  const listings = new Map((await readListings(result.hits.map(({ id }) => id), locale)).map((listing) => [listing.id, listing]));
  const clock = clockOf(city.timeZone);
  const paths = eachLocale((other) => helpPath(other, filters, page));
  const total = result.confirmed + result.unknown;
  const sections = [
    { title: null, hits: result.hits.filter(({ confirmed }) => confirmed) },
    { title: t("notKnown"), hits: result.hits.filter(({ confirmed }) => !confirmed) },
  ];
  return (
    <Page city={city} paths={paths} crumbs={[{ name: t("menu"), path: pathTo("/find-help", locale) }]} wide>
      <div className="lg:grid lg:grid-cols-[19rem_minmax(0,44rem)] lg:gap-10">
        <div>
          <h1>{t("title")}</h1>
          <HelpForm action={pathTo("/find-help", locale)} filters={filters} needs={needs} languages={languages} faults={faults} asked={asked} />
          <nav aria-label={t("needs")} className="no-print mt-2">
            <ul role="list" className="flex flex-wrap gap-2">
              {needs.slice(0, 6).map(({ code, name }) => (
                <li key={code}>
                  <a href={`${pathTo("/find-help", locale)}?need=${code}`} aria-current={filters.need === code ? "true" : undefined} className="chip">
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        <div>
          <details className="fold card mt-4 px-4 lg:mt-0">
            <summary className="font-bold">{t("hotlines")}</summary>
            <p className="text-base text-soft">{t("hotlinesHint")}</p>
            <Hotlines hotlines={hotlines} clock={clock} />
          </details>
          <HelpSummary query={query} result={result} nearKnown={!filters.zip || near !== null} firstPage={helpPath(locale, filters)} />
          {sections.map(
            ({ title, hits }) =>
              hits.length > 0 && (
                <section key={title ?? ""} className="mt-4">
                  {title && (
                    <>
                      <h2>{title}</h2>
                      <p className="mb-3 text-soft">{t("notKnownHint")}</p>
                    </>
                  )}
                  <ul role="list" className="space-y-3">
                    {hits.map(({ id, miles }) => {
                      const listing = listings.get(id);
                      return listing && <ListingCard key={id} listing={listing} miles={miles} clock={clock} />;
                    })}
                  </ul>
                </section>
              ),
          )}
          <Pages page={page} count={Math.ceil(total / pageSize)} path={(number) => helpPath(locale, filters, number)} />
        </div>
      </div>
    </Page>
  );
}
