"use client";

import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/staff/SubmitButton";

/** What can be done with the form: mayPublish where no second person is needed for small changes. */
export function SaveButtons({ mayPropose, mayPublish }: { mayPropose: boolean; mayPublish: boolean }) {
  const t = useTranslations("Staff.ListingForm");
  if (!mayPropose) return null;
  return (
    <>
      <div className="row">
        <SubmitButton name="intent" value="submit">
          {t("submit")}
        </SubmitButton>
        <SubmitButton quiet name="intent" value="draft">
          {t("draft")}
        </SubmitButton>
        {mayPublish && (
          <SubmitButton quiet name="intent" value="publish">
            {t("publish")}
          </SubmitButton>
        )}
      </div>
      {mayPublish && <p className="soft">{t("publishHint")}</p>}
    </>
  );
}
