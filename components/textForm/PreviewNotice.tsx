"use client";

import { useTranslations } from "next-intl";
import { useFormResult } from "@/components/staff/ActionForm";
import { Notice } from "@/components/staff/Notice";
import { intentOf } from "@/lib/formRows";
import { textFields } from "@/lib/textFields";
import type { TextKind } from "@/lib/textForm";

/** Beside the button that shows how texts look: where that is now to be seen, or that they look as they were typed. */
export function PreviewNotice({ kinds }: { kinds: TextKind[] }) {
  const t = useTranslations("Staff.TextForm");
  const result = useFormResult();
  const isFormatted = kinds.some((kind) => textFields[kind].some((field) => field.kind === "markdown" || field.kind === "items"));
  return result && result.errors.length === 0 && intentOf(result.values) === "preview" ? <Notice>{t(isFormatted ? "previewBelow" : "previewPlain")}</Notice> : null;
}
