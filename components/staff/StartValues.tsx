"use client";

import { createContext, useContext, type ReactNode } from "react";
import { useFormResult } from "@/components/staff/ActionForm";
import { rowsAfter, rowsIn, type FormValues } from "@/lib/formRows";

const Start = createContext<FormValues>({});

/** What the fields of the form inside hold before anybody types. */
export function StartValues({ values, children }: { values: FormValues; children: ReactNode }) {
  return <Start value={values}>{children}</Start>;
}

export function useStartValues(): FormValues {
  return useContext(Start);
}

/** The values of one field: as they were sent last, else as they were at the start. */
export function useValues(name: string): string[] {
  const start = useContext(Start);
  const values = useFormResult()?.values ?? start;
  return values[name] ?? [];
}

/** The rows of a list that the form shows. `least` empty ones to begin with. */
export function useRows(list: string, least = 0): number[] {
  const start = useContext(Start);
  const result = useFormResult();
  const rows = result ? rowsAfter(result.values, list) : rowsIn(start, list);
  return rows.length > 0 || result ? rows : Array.from({ length: least }, (_, row) => row);
}
