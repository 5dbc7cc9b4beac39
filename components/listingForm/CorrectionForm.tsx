"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { DefaultButton } from "@/components/staff/DefaultButton";
import { HoursRows } from "./HoursRows";
import { ListingField } from "./ListingField";
import { ListingVersion } from "./ListingVersion";
import { PhoneRows } from "./PhoneRows";
import { SourceFields } from "./SourceFields";
import { StartValues } from "@/components/staff/StartValues";
import { UnsavedWarning } from "@/components/staff/UnsavedWarning";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { SubmitButton } from "@/components/staff/SubmitButton";
import type { FormValues } from "@/lib/formRows";

type Props = ComponentProps<typeof ListingVersion> &
  ComponentProps<typeof SourceFields> & {
    action: ComponentProps<typeof ActionForm>["action"];
    /** Of the phones, hours and web address only. */
    values: FormValues;
    /** The query of the table around. */
    back: string;
  };

/** What changes soonest, corrected in the row of the table: phones, web address, hours. */
export function CorrectionForm({ action, values, back, id, version, href, sources, today }: Props) {
  const [t, form] = [useTranslations("Staff.ListingForm"), useTranslations("Staff.Form")];
  return (
    <ActionForm action={action} className="form correction">
      <StartValues values={values}>
        <DefaultButton intent="submit" />
        <UnsavedWarning />
        <ErrorSummary />
        <ListingVersion id={id} version={version} href={href} />
        <input type="hidden" name="back" value={back} />
        <PhoneRows autoFocus />
        <ListingField name="website" type="url" maxLength={2000} autoComplete="off" />
        <HoursRows />
        <SourceFields sources={sources} today={today} />
        <div className="row">
          <SubmitButton name="intent" value="submit">
            {form("submit")}
          </SubmitButton>
          <a href={href}>{t("cancel")}</a>
        </div>
      </StartValues>
    </ActionForm>
  );
}
