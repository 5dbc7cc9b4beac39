"use client";

import { useEffect, useRef } from "react";
import { useFormResult } from "@/components/staff/ActionForm";

/** Asks before a page is left whose form around holds something that was typed and not saved. Without scripts nobody asks. */
export function UnsavedWarning() {
  const place = useRef<HTMLSpanElement>(null);
  const result = useFormResult();
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    // An answer means that what was sent is not saved yet.
    let unsaved = result !== null;
    const typed = () => (unsaved = true);
    const sent = () => (unsaved = false);
    const leave = (event: BeforeUnloadEvent) => unsaved && event.preventDefault();
    form.addEventListener("input", typed);
    form.addEventListener("submit", sent);
    addEventListener("beforeunload", leave);
    return () => {
      form.removeEventListener("input", typed);
      form.removeEventListener("submit", sent);
      removeEventListener("beforeunload", leave);
    };
  }, [result]);
  return <span ref={place} hidden />;
}
