import type { ReactNode } from "react";

/** A table with its name; on a narrow screen it scrolls by itself, also by keyboard. */
export function Table({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <div className="sheet" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}
