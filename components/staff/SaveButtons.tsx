"use client";

import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import { SubmitButton } from "./SubmitButton";

/**
 * "Send for approval", "Save as a draft", and what else can be done with the form.
 * @param send publish: at once, where no second person is needed
 */
export function SaveButtons({ send, children }: { send: "submit" | "publish"; children?: ReactNode }) {
  const t = useTranslations("Staff.Form");
  return (
    <div className="row">
      <SubmitButton name="intent" value={send}>
        {t("submit")}
      </SubmitButton>
      <SubmitButton quiet name="intent" value="draft">
        {t("draft")}
      </SubmitButton>
      {children}
    </div>
  );
}
