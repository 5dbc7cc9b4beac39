"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { useFormResult } from "./ActionForm";

/** What the answer of the form around shows this once: a link, recovery codes. Nothing before, and nothing on any later page. */
export function ShownOnce({ children }: { children: ReactNode }) {
  const result = useFormResult();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (result?.shown) box.current?.focus();
  }, [result]);
  if (!result?.shown) return null;
  return (
    <div ref={box} role="status" tabIndex={-1} autoFocus className="card">
      {children}
      {result.told && <p>{result.told}</p>}
      <ul className="codes">
        {result.shown.map((line) => (
          <li key={line}>
            <code>{line}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
