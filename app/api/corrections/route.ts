import { z } from "zod";
import { limits, secondsToWait } from "../limits";
import { problemPage } from "../problemPage";
import { readForm } from "../readForm";
import { addCorrection } from "@/data/corrections";
import { pathTo } from "@/i18n/navigation";
import { correctionForm } from "@/lib/corrections";
import { locales } from "@/lib/locales";
import { senderOf } from "@/lib/senderOf";

export const dynamic = "force-dynamic";

const largest = 4096;
const language = z.enum(locales).optional().catch(undefined);

/**
 * Takes what a reader says is wrong with a listing: the form of a listing page, sent without scripts. Leads to a page that says thanks;
 * 400 what is not that form, 404 no such listing, 429 too many. Nothing about the reader is kept or logged.
 */
export async function POST(request: Request): Promise<Response> {
  const fields = await readForm(request, largest);
  const locale = language.parse(fields?.locale);
  const parsed = correctionForm.safeParse(fields);
  const named = correctionForm.shape.slug.safeParse(fields?.slug);
  const back = named.success && locale ? pathTo({ pathname: "/find-help/[slug]", params: { slug: named.data } }, locale) : undefined;
  if (!parsed.success) return problemPage(400, { locale, back });
  const { slug } = parsed.data;
  const seconds = (await secondsToWait(limits.reports, senderOf(request.headers))) ?? (await secondsToWait(limits.reportsOnListing, slug));
  if (seconds !== null) return problemPage(429, { locale, back, seconds });
  if (!(await addCorrection(parsed.data))) return problemPage(404, { locale });
  const location = pathTo({ pathname: "/find-help/[slug]/thank-you", params: { slug } }, parsed.data.locale);
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
