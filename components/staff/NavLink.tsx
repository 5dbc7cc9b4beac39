"use client";

import type { ReactNode } from "react";
import { usePathname } from "next/navigation";

/** A link of the navigation that knows whether it leads to the room one is in. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  const here = href === "/admin" ? path === href : path === href || path.startsWith(`${href}/`);
  return (
    <a href={href} aria-current={here ? (path === href ? "page" : "true") : undefined}>
      {children}
    </a>
  );
}
