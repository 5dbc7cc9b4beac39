/** Where a form leads that stands on several pages, or in between: the page that it names, if that is one of the staff area. @param done what the page then says */
export function nextPage(named: FormDataEntryValue | null, otherwise: string, done?: string): string {
  const url = typeof named === "string" && URL.canParse(named, "http://studio") ? new URL(named, "http://studio") : null;
  const to = url?.host === "studio" && /^\/admin(\/|$)/.test(url.pathname) ? url : new URL(otherwise, "http://studio");
  if (done) to.searchParams.set("done", done);
  return to.pathname + to.search;
}
