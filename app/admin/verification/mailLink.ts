import { getTranslations } from "next-intl/server";
import { siteOrigin } from "@/app/siteOrigin";
import { getCity } from "@/data/city";
import { readListing } from "@/data/listings";
import { sendMail, type MailOutcome } from "@/data/mail";
import { pathTo } from "@/i18n/navigation";
import { locales, sourceLocale } from "@/lib/locales";

/** Mails an organization its one-time link, in every language: nobody knows which one its people read. */
export async function mailLink({ to, organizationId, token }: { to: string; organizationId: string; token: string }): Promise<MailOutcome> {
  const listing = await readListing(organizationId, sourceLocale);
  if (!listing) return "failed";
  const parts = await Promise.all(
    locales.map(async (locale) => {
      const t = await getTranslations({ locale, namespace: "Staff.ConfirmationMail" });
      const { siteName: site } = await getCity(locale);
      const link = siteOrigin() + pathTo({ pathname: "/confirm/[token]", params: { token } }, locale);
      return { subject: t("subject", { name: listing.name, site }), text: t("text", { name: listing.name, site, link }) };
    }),
  );
  return sendMail({ to, subject: parts.map(({ subject }) => subject).join(" · "), text: parts.map(({ text }) => text).join("\n\n———\n\n") });
}
