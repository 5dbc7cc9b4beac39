import { chaptersOf, city, content, directives, locales, say, type Locale } from "./words.ts";

/** The addresses that things outside link to, written out: nobody may change them. */
export const fixed = {
  home: { en: "/en", es: "/es" },
  guide: { en: "/en/know-your-rights", es: "/es/conozca-sus-derechos" },
  directives: { en: "/en/directives", es: "/es/directivas" },
  findHelp: { en: "/en/find-help", es: "/es/buscar-ayuda" },
  rightNow: { en: "/en/right-now", es: "/es/ahora-mismo" },
  about: { en: "/en/about", es: "/es/acerca-de" },
  privacy: { en: "/en/privacy", es: "/es/privacidad" },
  accessibility: { en: "/en/accessibility", es: "/es/accesibilidad" },
} as const satisfies Record<string, Record<Locale, string>>;

export type Place = {
  /** What it is, in test titles. */
  key: string;
  /** One of its kind, for checks that look alike on all of them. */
  sample: boolean;
  path: Record<Locale, string>;
  title: Record<Locale, string>;
  /** Names of the breadcrumbs between home and the page, the page included. */
  crumbs: Record<Locale, string[]>;
};

const inEach = <T>(make: (locale: Locale) => T) => ({ en: make("en"), es: make("es") });
type Sayable = Parameters<ReturnType<typeof say>>[0];
const worded = (key: Sayable) => inEach((locale) => say(locale)(key));

function fixedPlace(key: keyof typeof fixed, title: Sayable, crumb: Sayable = title): Place {
  return { key, sample: true, path: fixed[key], title: worded(title), crumbs: inEach((locale) => [say(locale)(crumb)]) };
}

const chapters = chaptersOf("know-your-rights").map(({ key, words }, index): Place => ({
  key: `chapter ${key}`,
  sample: index === 0,
  path: inEach((locale) => `${fixed.guide[locale]}/${words[locale].slug}`),
  title: inEach((locale) => words[locale].title),
  crumbs: inEach((locale) => [say(locale)("Guide.title"), words[locale].title]),
}));

const acts = directives.map(({ key, words }, index): Place => ({
  key: `directive ${key}`,
  sample: index === 0,
  path: inEach((locale) => `${fixed.directives[locale]}/${words[locale].slug}`),
  title: inEach((locale) => words[locale].title),
  crumbs: inEach((locale) => [say(locale)("Directives.menu"), words[locale].title]),
}));

// One with conflicts and recognition, one without anything, one hotline.
const sampleListings = ["esperanza-immigrant-rights-project", "carecen", "ndlon", "southern-california-rapid-response-hotline"];
const listings = content.listings.map(({ slug, facts }): Place => ({
  key: `listing ${slug}`,
  sample: sampleListings.includes(slug),
  path: inEach((locale) => `${fixed.findHelp[locale]}/${slug}`),
  title: inEach(() => facts.name),
  crumbs: inEach((locale) => [say(locale)("FindHelp.menu"), facts.name]),
}));

/** Every page that residents have, but the one that asks for their language. */
export const places: Place[] = [
  { key: "home", sample: true, path: fixed.home, title: inEach((locale) => city(locale).city), crumbs: inEach(() => []) },
  fixedPlace("guide", "Guide.title"),
  fixedPlace("directives", "Directives.title", "Directives.menu"),
  fixedPlace("findHelp", "FindHelp.title", "FindHelp.menu"),
  fixedPlace("rightNow", "RightNow.title"),
  fixedPlace("about", "About.title"),
  fixedPlace("privacy", "Privacy.title"),
  fixedPlace("accessibility", "Accessibility.title"),
  ...chapters,
  ...acts,
  ...listings,
];
export const samples = places.filter(({ sample }) => sample);
export const place = (key: string): Place => places.find((one) => one.key === key)!;

/** Every page in every language. */
export const everyPage = places.flatMap((one) => locales.map((locale) => ({ place: one, locale, path: one.path[locale] })));
/** One page of each kind in every language, with those that are no page of their own. */
export const samplePaths = [
  "/",
  ...locales.flatMap((locale) => [...samples.map(({ path }) => path[locale]), `${fixed.findHelp[locale]}?need=asylum&zip=90012`, `${fixed.findHelp[locale]}?q=asilum&zip=x`, `/${locale}/no-such-page`]),
];
