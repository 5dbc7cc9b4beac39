import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/components/staff/Notice";
import { namesOf } from "@/data/revisions/read";
import { regional } from "@/lib/locales";

/** Whose proposal the form goes on from. */
export async function OpenNotice({ open: { id, state, authorIds } }: { open: { id: string; state: "draft" | "submitted"; authorIds: string[] } }) {
  const t = await getTranslations("Staff.Form");
  const names = await namesOf(authorIds);
  const authors = new Intl.ListFormat(regional(await getLocale()), { type: "conjunction" }).format(authorIds.flatMap((author) => names.get(author) ?? []));
  return (
    <Notice kind="warning">
      {t(`open.${state}`, { authors: authors || t("nobody") })} <a href={`/admin/revisions/${id}`}>{t("openChange")}</a>
    </Notice>
  );
}
