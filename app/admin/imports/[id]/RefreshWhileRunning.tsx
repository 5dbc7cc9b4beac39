"use client";

import { useEffect } from "react";
import { useRouter } from "next/navigation";

const every = 1_500;

/** Asks for the page anew while the press works. Without scripts a link does. */
export function RefreshWhileRunning() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), every);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
