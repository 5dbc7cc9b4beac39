import type { ReactNode } from "react";
import { useTranslations } from "next-intl";

/** The parts of the listing form, in their order; links lead to them by name. */
export const formSections = ["organization", "services", "locations", "phones", "schedules", "languages", "recognition", "conflicts", "sources"] as const;

export function FormSection({ name, children }: { name: (typeof formSections)[number]; children: ReactNode }) {
  const t = useTranslations("Staff.ListingForm.section");
  return (
    <section id={name} aria-labelledby={`${name}-title`} className="card">
      <h2 id={`${name}-title`}>{t(name)}</h2>
      {children}
    </section>
  );
}
