/** The residents' pages on which settings of the city stand. Some, as its name, stand on all of them. */
export const cityPages = ["home", "directives", "about", "accessibility"] as const;
export type CityPage = (typeof cityPages)[number];

/** Which of them one field stands on, by the beginning of its path, without its language. */
const fields: [beginning: string, page: CityPage][] = [
  ["text.directives.hint", "home"],
  ["text.directives", "directives"],
  ["text.about", "about"],
  ["text.links", "about"],
  ["links", "about"],
  ["text.office", "accessibility"],
];

/**
 * The pages on which these fields show, in the order of the guide; the first page where they stand on all.
 * @param changedFields as a revision names them: "text.es.about", "links.2.url"
 */
export function cityPagesOf(changedFields: string[]): CityPage[] {
  const found = changedFields.map((path) => {
    const plain = path.replace(/^text\.\w+\./, "text.");
    return fields.find(([beginning]) => plain === beginning || plain.startsWith(`${beginning}.`))?.[1] ?? "home";
  });
  return found.length > 0 ? cityPages.filter((page) => found.includes(page)) : ["home"];
}
