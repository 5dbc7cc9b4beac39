"use client";

import type { ReactNode } from "react";
import { useFormResult } from "@/components/staff/ActionForm";

/** A part of the form around that is folded away until somebody wants it, and open when its answer has something to say: also without scripts. */
export function Fold({ summary, children }: { summary: string; children: ReactNode }) {
  const result = useFormResult();
  return (
    <details className="fold" open={result !== null}>
      <summary>{summary}</summary>
      <div className="card">{children}</div>
    </details>
  );
}
