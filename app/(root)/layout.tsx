import type { ReactNode } from "react";
import { Document } from "@/components/ui/Document";
import { sourceLocale } from "@/lib/locales";
import "../residents.css";

// The page before any language is chosen: each part says its own language.
export default function RootLayout({ children }: { children: ReactNode }) {
  return <Document lang={sourceLocale}>{children}</Document>;
}
