"use client";

import { useFormResult } from "@/components/staff/ActionForm";
import { Notice } from "@/components/staff/Notice";

/** What the last save of the form around has done; until the next try says something else. */
export function DoneNotice({ children }: { children: string | undefined }) {
  const result = useFormResult();
  return children && !result ? <Notice>{children}</Notice> : null;
}
