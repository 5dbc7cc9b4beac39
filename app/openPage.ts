import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { getCity } from "@/data/city";
import { isLocale } from "@/lib/locales";

/** What every resident page begins with: its language, checked, and the city in that language. */
export async function openPage(params: Promise<{ locale: string }>) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  return { locale, city: await getCity(locale) };
}
