import type { ReactNode } from "react";

/** <html> and <body>: every root layout is this. */
export function Document({ lang, children }: { lang: string; children: ReactNode }) {
  return (
    <html lang={lang}>
      <body>{children}</body>
    </html>
  );
}
