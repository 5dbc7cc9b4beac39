"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { BothLanguages } from "./BothLanguages";
import { ConflictRows } from "./ConflictRows";
import { DefaultButton } from "@/components/staff/DefaultButton";
import { DuplicateNotice } from "./DuplicateNotice";
import { HoursRows } from "./HoursRows";
import { LanguageSet } from "./LanguageSet";
import { ListingField } from "./ListingField";
import { ListingVersion } from "./ListingVersion";
import { LocationRows } from "./LocationRows";
import { PhoneRows } from "./PhoneRows";
import { RecognitionFields } from "./RecognitionFields";
import { FormSection } from "./FormSection";
import { ServiceRows } from "./ServiceRows";
import { SourceFields } from "./SourceFields";
import { DoneNotice } from "@/components/staff/DoneNotice";
import { SaveButtons } from "@/components/staff/SaveButtons";
import { StartValues } from "@/components/staff/StartValues";
import { SubmitButton } from "@/components/staff/SubmitButton";
import { UnsavedWarning } from "@/components/staff/UnsavedWarning";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { listingFile } from "@/lib/content";
import type { FormValues } from "@/lib/formRows";

type Props = ComponentProps<typeof ListingVersion> &
  ComponentProps<typeof SourceFields> &
  ComponentProps<typeof ServiceRows> &
  ComponentProps<typeof LanguageSet> & {
    action: ComponentProps<typeof ActionForm>["action"];
    /** What the last save has done. */
    done: string | undefined;
    values: FormValues;
    /** Nobody has approved it yet: it may be there already under another name. */
    isNew: boolean;
    /** It has been sent for approval. */
    isWaiting: boolean;
    mayPropose: boolean;
    /** No second person is needed for small changes. */
    mayPublish: boolean;
  };

/** A listing with all its parts, as staff edit it. */
export function ListingForm({ action, done, values, isNew, isWaiting, id, version, href, needs, languages, usual, sources, today, mayPropose, mayPublish }: Props) {
  const t = useTranslations("Staff.ListingForm");
  const kind = useTranslations("Staff.FieldNames.values.kind");
  return (
    <ActionForm action={action} className="form listing-form">
      <StartValues values={values}>
        {/* What waits for approval goes on waiting. */}
        <DefaultButton intent={isWaiting ? "submit" : "draft"} />
        <UnsavedWarning />
        <DoneNotice>{done}</DoneNotice>
        <ErrorSummary />
        <ListingVersion id={id} version={version} href={href} needs={needs} />
        <FormSection name="organization">
          <ListingField name="name" maxLength={200} required autoComplete="off" />
          {isNew && <DuplicateNotice id={id} address="/admin/listings/duplicates" />}
          <ListingField name="alternateName" maxLength={200} autoComplete="off" hint={t("hint.alternateName")} />
          <div className="fields">
            <ListingField name="website" type="url" maxLength={2000} autoComplete="off" />
            <ListingField name="email" type="email" maxLength={254} autoComplete="off" />
            <ListingField as="select" name="kind" options={listingFile.shape.kind.options.map((value) => ({ value, label: kind(value) }))} />
            <ListingField as="select" name="grade" options={listingFile.shape.grade.options.map((value) => ({ value, label: t(`grade.${value}`) }))} />
            <ListingField name="position" inputMode="numeric" maxLength={5} hint={t("hint.position")} />
          </div>
          <BothLanguages as="textarea" name={(locale) => `text.${locale}.description`} />
          <BothLanguages as="textarea" name={(locale) => `text.${locale}.intake`} hint={t("hint.intake")} />
          <BothLanguages as="textarea" name={(locale) => `text.${locale}.coverage`} hint={t("hint.coverage")} />
        </FormSection>
        <FormSection name="services">
          <ServiceRows needs={needs} />
        </FormSection>
        <FormSection name="locations">
          <LocationRows />
        </FormSection>
        <FormSection name="phones">
          <PhoneRows />
        </FormSection>
        <FormSection name="schedules">
          <HoursRows />
          <BothLanguages as="textarea" name={(locale) => `text.${locale}.hoursNote`} hint={t("hint.hoursNote")} />
        </FormSection>
        <FormSection name="languages">
          <LanguageSet languages={languages} usual={usual} />
          <BothLanguages as="textarea" name={(locale) => `text.${locale}.languagesNote`} hint={t("hint.languagesNote")} />
        </FormSection>
        <FormSection name="recognition">
          <RecognitionFields />
        </FormSection>
        <FormSection name="conflicts">
          <p className="soft">{t("hint.conflicts")}</p>
          <ConflictRows />
        </FormSection>
        {mayPropose && (
          <FormSection name="sources">
            <SourceFields sources={sources} today={today} />
            <ListingField as="textarea" name="comment" maxLength={2000} hint={t("hint.comment")} />
            <SaveButtons send="submit">
              {mayPublish && (
                <SubmitButton quiet name="intent" value="publish">
                  {t("publish")}
                </SubmitButton>
              )}
            </SaveButtons>
            {mayPublish && <p className="soft">{t("publishHint")}</p>}
          </FormSection>
        )}
      </StartValues>
    </ActionForm>
  );
}
