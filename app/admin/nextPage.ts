/** Where a form leads that stands on several pages: the page that it names, if that is one of the staff area. */
export function nextPage(named: FormDataEntryValue | null, otherwise: string, done: string): string {
  const url = typeof named === "string" && URL.canParse(named, "http://studio") ? new URL(named, "http://studio") : null;
  const to = url?.host === "studio" && url.pathname.startsWith("/admin") ? url : new URL(otherwise, "http://studio");
  to.searchParams.set("done", done);
  return to.pathname + to.search;
}
