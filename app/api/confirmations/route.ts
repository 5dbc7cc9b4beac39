import { z } from "zod";
import { limits, secondsToWait } from "../limits";
import { problemPage } from "../problemPage";
import { readForm } from "../readForm";
import { confirmByLink, proposeByLink, type LinkUse } from "@/data/confirmationLinks";
import { pathTo } from "@/i18n/navigation";
import { translator } from "@/i18n/translator";
import { answerFields, confirmationForm, exactFacts } from "@/lib/confirmation";
import { locales } from "@/lib/locales";
import { senderOf } from "@/lib/senderOf";

export const dynamic = "force-dynamic";

const largest = 16 * 1024;
const language = z.enum(locales).optional().catch(undefined);
type Wrong = Extract<z.output<typeof confirmationForm>, { answer: "wrong" }>;

/**
 * Takes what an organization answers on the page behind its one-time link. Leads to a page that says thanks, or back to the link's own
 * page, which tells why. 400 what is not that form, 429 too many.
 */
export async function POST(request: Request): Promise<Response> {
  const fields = await readForm(request, largest);
  const locale = language.parse(fields?.locale);
  const parsed = confirmationForm.safeParse(fields);
  if (!parsed.success) return problemPage(400, { locale });
  const form = parsed.data;
  const seconds = await secondsToWait(limits.answers, senderOf(request.headers));
  const page = pathTo({ pathname: "/confirm/[token]", params: { token: form.token } }, form.locale);
  if (seconds !== null) return problemPage(429, { locale, back: page, seconds });
  if (form.answer === "wrong" && answerFields.every((field) => form[field] === "")) return to(`${page}?problem=empty`);
  const use = form.answer === "right" ? await confirmByLink(form.token, { phones: form.phones, rest: form.rest }) : await proposeByLink(form.token, { ...exactFacts(form), comment: await inWords(form) });
  return to(use === "used" ? `${pathTo("/confirm/thank-you", form.locale)}?answer=${form.answer}` : `${page}?problem=${use satisfies Exclude<LinkUse, "used">}`);
}

const to = (location: string) => new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });

/** Everything that the organization wrote, for the person who decides. */
async function inWords(form: Wrong): Promise<string> {
  const t = await translator(form.locale);
  const lines = answerFields.flatMap((field) => (form[field] ? [`${t(`Confirm.${field}`)}: ${form[field]}`] : []));
  return [t("Confirm.says"), ...lines].join("\n");
}
