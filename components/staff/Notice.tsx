import type { ReactNode } from "react";

/** One sentence that stands out: "done" after a change, "warning" before one. A screen reader says it when the page opens. */
export function Notice({ kind = "done", children }: { kind?: "done" | "warning"; children: ReactNode }) {
  return (
    <div role="status" className={kind === "done" ? "note note-open" : "note"}>
      {children}
    </div>
  );
}
