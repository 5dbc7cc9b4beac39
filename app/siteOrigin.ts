/** The public address of this site, without a slash at the end. */
export function siteOrigin(): string {
  return (process.env.SITE_ORIGIN ?? `http://localhost:${process.env.PORT ?? 3000}`).replace(/\/+$/, "");
}
