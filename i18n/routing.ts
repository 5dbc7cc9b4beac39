import { defineRouting } from "next-intl/routing";
import { locales, sourceLocale } from "@/lib/locales";

/** The addresses of every page in every language. Things outside link to them: they never change. */
export const routing = defineRouting({
  locales,
  defaultLocale: sourceLocale,
  localePrefix: "always",
  // Nothing is stored on the reader's phone, and nobody is sent elsewhere because of a header.
  localeCookie: false,
  localeDetection: false,
  // Written by app/pageMetadata.ts, because slugs are translated too.
  alternateLinks: false,
  pathnames: {
    "/": "/",
    "/know-your-rights": { en: "/know-your-rights", es: "/conozca-sus-derechos" },
    "/know-your-rights/[chapter]": { en: "/know-your-rights/[chapter]", es: "/conozca-sus-derechos/[chapter]" },
    "/directives": { en: "/directives", es: "/directivas" },
    "/directives/[slug]": { en: "/directives/[slug]", es: "/directivas/[slug]" },
    "/find-help": { en: "/find-help", es: "/buscar-ayuda" },
    "/find-help/page/[page]": { en: "/find-help/page/[page]", es: "/buscar-ayuda/pagina/[page]" },
    "/find-help/[slug]": { en: "/find-help/[slug]", es: "/buscar-ayuda/[slug]" },
    "/find-help/[slug]/thank-you": { en: "/find-help/[slug]/thank-you", es: "/buscar-ayuda/[slug]/gracias" },
    "/confirm/thank-you": { en: "/confirm/thank-you", es: "/confirmar/gracias" },
    "/confirm/[token]": { en: "/confirm/[token]", es: "/confirmar/[token]" },
    "/right-now": { en: "/right-now", es: "/ahora-mismo" },
    "/about": { en: "/about", es: "/acerca-de" },
    "/privacy": { en: "/privacy", es: "/privacidad" },
    "/accessibility": { en: "/accessibility", es: "/accesibilidad" },
  },
});
