import type { ReactNode } from "react";
import { notFound } from "next/navigation";
import { Document } from "@/components/ui/Document";
import { isLocale } from "@/lib/locales";
import "../residents.css";

// Rendered on request: the edition of a later day is the only cache there will be.
export const dynamic = "force-dynamic";

export default async function LocaleLayout({ children, params }: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <Document lang={locale}>{children}</Document>;
}
