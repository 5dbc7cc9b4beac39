"use client";

import { useTranslations } from "next-intl";
import { useValues } from "@/components/staff/StartValues";
import { Pictogram } from "@/components/ui/Pictogram";
import { pictogram } from "@/lib/content";

/** Which of our drawings stands beside a title; or none. */
export function PictogramChoice() {
  const t = useTranslations("Staff.FieldNames");
  const form = useTranslations("Staff.TextForm");
  const [chosen = ""] = useValues("pictogram");
  return (
    <details className="fold">
      <summary>{form("pictogram", { name: chosen ? t(`values.pictogram.${chosen as "door"}`) : form("noPictogram") })}</summary>
      {/* Made anew when the answer changes its value: React puts the choice of a sent form back to what it first was. */}
      <fieldset key={chosen} className="pictograms">
        <legend className="sr-only">{t("names.pictogram")}</legend>
        {["", ...pictogram.options].map((name) => (
          <label key={name} className="choice">
            <input type="radio" name="pictogram" value={name} defaultChecked={name === chosen} />
            <Pictogram name={name || null} />
            {name ? t(`values.pictogram.${name as "door"}`) : form("noPictogram")}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
