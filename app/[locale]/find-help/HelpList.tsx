import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { helpPath } from "../../helpPath";
import { HelpForm } from "@/components/listing/HelpForm";
import { HelpSummary } from "@/components/listing/HelpSummary";
import { Hotlines } from "@/components/listing/Hotlines";
import { ListingCard } from "@/components/listing/ListingCard";
import { Pages } from "@/components/listing/Pages";
import { Page } from "@/components/ui/Page";
import type { CityView } from "@/data/city";
import { listHotlines, listLanguages, listNeeds, readListings } from "@/data/listings";
import { countLimit, pageSize, postalCodeCentre, searchListings } from "@/data/search";
import { pathTo } from "@/i18n/navigation";
import { isNeedCode } from "@/lib/content";
import { isFiltered, withKnownLanguage, type HelpQuery } from "@/lib/helpFilters";
import { clockOf } from "@/lib/hours";
import { eachLocale, type Locale } from "@/lib/locales";

type Props = { locale: Locale; city: CityView; query: HelpQuery; asked: { q: string; zip: string } };

/** "Find help", whatever was asked: the whole list, a page of it, or what a search found. */
export async function HelpList({ locale, city, query: given, asked }: Props) {
  const t = await getTranslations("FindHelp");
  const [hotlines, needs, languages] = await Promise.all([listHotlines(locale), listNeeds(locale), listLanguages()]);
  const query = withKnownLanguage(given, languages);
  const { filters, page, faults } = query;
  const near = filters.zip ? await postalCodeCentre(filters.zip) : null;
  const result = await searchListings(filters, near, page);
  // A page of the whole list is an address of its own, and this one does not exist.
  if (!isFiltered(filters) && page > 1 && result.hits.length === 0) notFound();
  const listings = new Map(
    (
      await readListings(
        result.hits.map(({ id }) => id),
        locale,
      )
    ).map((listing) => [listing.id, listing]),
  );
  const clock = clockOf(city.timeZone);
  const sections = [
    { title: null, hits: result.hits.filter(({ confirmed }) => confirmed) },
    { title: t("notKnown"), hits: result.hits.filter(({ confirmed }) => !confirmed) },
  ];
  const chips = needs.filter(({ code }, index) => index < 6 || code === filters.need).flatMap(({ code, name }) => (isNeedCode(code) ? [{ code, name }] : []));
  return (
    <Page city={city} paths={eachLocale((other) => helpPath(other, filters, page))} crumbs={[{ name: t("menu"), path: pathTo("/find-help", locale) }]} wide>
      <div className="lg:grid lg:grid-cols-[19rem_minmax(0,44rem)] lg:gap-10">
        <div>
          <h1>{t("title")}</h1>
          <HelpForm action={pathTo("/find-help", locale)} filters={filters} needs={needs} languages={languages} faults={faults} asked={asked} />
          <nav aria-label={t("needs")} className="no-print mt-2">
            <ul role="list" className="flex flex-wrap gap-2">
              {chips.map(({ code, name }) => (
                <li key={code}>
                  <a href={helpPath(locale, { ...filters, need: code })} aria-current={filters.need === code ? "true" : undefined} className="chip">
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        <div>
          <section className="mt-5 lg:mt-0">
            <h2>{t("hotlines")}</h2>
            <p className="text-base text-soft">{t("hotlinesHint")}</p>
            {/* The first stands open; the others would push the list off a phone's screen. */}
            <Hotlines hotlines={hotlines.slice(0, 1)} clock={clock} />
            {hotlines.length > 1 && (
              <details className="fold mt-1">
                <summary>{t("allHotlines", { count: hotlines.length })}</summary>
                <Hotlines hotlines={hotlines.slice(1)} clock={clock} />
              </details>
            )}
          </section>
          <section id="results" aria-label={t("results")}>
            <HelpSummary query={query} result={result} countLimit={countLimit} nearKnown={!filters.zip || near !== null} firstPage={helpPath(locale, filters)} />
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
            <Pages page={page} count={Math.ceil((result.confirmed + result.unknown) / pageSize)} path={(number) => helpPath(locale, filters, number)} />
          </section>
        </div>
      </div>
    </Page>
  );
}
