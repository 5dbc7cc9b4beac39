"use client";

import type { ButtonHTMLAttributes } from "react";
import { useFormStatus } from "react-dom";

/** Sends the form around; a second press while it is on its way does nothing. */
export function SubmitButton({ quiet, className = quiet ? "button button-quiet" : "button", children, ...rest }: { quiet?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  const { pending } = useFormStatus();
  return (
    // Not "disabled": the focus would be lost.
    <button type="submit" className={className} aria-disabled={pending || undefined} onClick={(event) => pending && event.preventDefault()} {...rest}>
      {children}
    </button>
  );
}
