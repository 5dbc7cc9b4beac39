import type { ReactNode } from "react";
import { Document } from "@/components/ui/Document";
import { isLocale, sourceLocale } from "@/lib/locales";
import "../../residents.css";

export default async function ProblemLayout({ children, params }: { children: ReactNode; params: Promise<{ language: string }> }) {
  const { language } = await params;
  return <Document lang={isLocale(language) ? language : sourceLocale}>{children}</Document>;
}
