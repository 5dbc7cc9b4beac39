import { getRequestConfig } from "next-intl/server";
import { hasLocale } from "use-intl/core";
import { routing } from "./routing";

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  return {
    locale,
    messages: (await import(`../messages/${locale}.json`)).default,
    // A missing word is a fault to mend, not something to show: the page fails and the tests see it.
    onError: (error) => {
      throw error;
    },
  };
});
