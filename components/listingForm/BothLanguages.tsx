"use client";

import { ListingField } from "./ListingField";
import { locales, type Locale } from "@/lib/locales";

type Props = { name: (locale: Locale) => string; as?: "textarea"; hint?: string; maxLength?: number; autoFocus?: boolean };

/** One text in every language, side by side; one under the other on a phone. */
export function BothLanguages({ name, as, hint, maxLength = 10_000, autoFocus = false }: Props) {
  return (
    <div className="both">
      {locales.map((locale, index) => {
        const shared = { name: name(locale), lang: locale, hint, maxLength, autoFocus: autoFocus && index === 0 };
        return as ? <ListingField key={locale} as={as} {...shared} /> : <ListingField key={locale} {...shared} />;
      })}
    </div>
  );
}
