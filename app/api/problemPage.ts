import { getCity } from "@/data/city";
import { translator } from "@/i18n/translator";
import { locales, type Locale } from "@/lib/locales";

const style =
  ":root{color-scheme:light dark}body{max-width:36rem;margin:0 auto;padding:1.5rem 1rem;font:1.125rem/1.5 system-ui,sans-serif;color:#1d1b18;background:#fbf7f0}a{display:inline-block;padding:.6rem 0;color:#0b4f6c}@media(prefers-color-scheme:dark){body{color:#f4eee4;background:#14181a}a{color:#8fd0ea}}";
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * Answers a form that could not be taken, as a page that a person can read. A route has no React to draw it with.
 * @param locale the reader's language; where nobody knows it, all of them
 * @param back a page of ours to go to
 */
export async function problemPage(status: 400 | 404 | 429, { locale, back, seconds }: { locale?: Locale | undefined; back?: string | undefined; seconds?: number }): Promise<Response> {
  const chosen = locale ? [locale] : locales;
  const parts = await Promise.all(
    chosen.map(async (language) => {
      const t = await translator(language);
      const { exitUrl } = await getCity(language);
      return {
        title: t(`Correct.problem.${status}.title`),
        html: `<section lang="${language}"><h1>${escaped(t(`Correct.problem.${status}.title`))}</h1><p>${escaped(t(`Correct.problem.${status}.text`))}</p><p><a href="${escaped(back ?? `/${language}`)}">${escaped(t("Correct.problem.back"))}</a></p><p><a href="${escaped(exitUrl)}" rel="noopener noreferrer">${escaped(t("Page.exit"))}</a></p></section>`,
      };
    }),
  );
  const html = `<!DOCTYPE html><html lang="${chosen[0]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(parts.map(({ title }) => title).join(" · "))}</title><style>${style}</style></head><body><main>${parts.map(({ html }) => html).join("")}</main></body></html>`;
  return new Response(html, { status, headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", ...(seconds ? { "retry-after": String(seconds) } : {}) } });
}
