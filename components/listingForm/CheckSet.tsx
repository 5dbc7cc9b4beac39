"use client";

import { useValues } from "@/components/staff/StartValues";
import { useFormResult } from "@/components/staff/ActionForm";
import { fieldId } from "@/components/staff/fieldId";

/** Several answers to one question, each with a box to tick. */
export function CheckSet({ name, legend, options }: { name: string; legend: string; options: { value: string; label: string; lang?: string }[] }) {
  const chosen = useValues(name);
  const error = useFormResult()?.errors.find(({ field }) => field === name)?.message;
  const id = fieldId(name);
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={error && `${id}-error`}>
      <legend>{legend}</legend>
      {error && (
        <p id={`${id}-error`} className="error">
          {error}
        </p>
      )}
      <div className="choices">
        {options.map(({ value, label, lang }) => {
          const isChosen = chosen.includes(value);
          return (
            // Made anew when the answer changes it: a form that was sent goes back to what it first was.
            <label key={`${value} ${isChosen}`} className="choice" lang={lang}>
              <input type="checkbox" name={name} value={value} defaultChecked={isChosen} />
              {label}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
