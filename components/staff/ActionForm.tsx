"use client";

import { createContext, useActionState, useContext, type ReactNode } from "react";
import type { FormResult } from "@/lib/formResult";

const Result = createContext<FormResult | null>(null);

/** What the last try of the form around said: errors and what was typed. Null before the first. */
export function useFormResult(): FormResult | null {
  return useContext(Result);
}

/** Tells the fields of a form that is sent otherwise than to a server action what the last try said. */
export function FormAnswer({ result, children }: { result: FormResult | null; children: ReactNode }) {
  return <Result value={result}>{children}</Result>;
}

/** A form that posts to a server action, with scripts or without, and shows its answer: errors beside the fields, nothing typed lost. */
export function ActionForm({ action, id, className, children }: { action: (last: FormResult | null, formData: FormData) => Promise<FormResult | null>; id?: string; className?: string; children: ReactNode }) {
  const [result, send] = useActionState(action, null);
  return (
    <Result value={result}>
      <form action={send} id={id} className={className ?? "form"} noValidate>
        {children}
      </form>
    </Result>
  );
}
