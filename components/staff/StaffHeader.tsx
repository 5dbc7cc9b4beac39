import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import { staffNav } from "./staffNav";
import { NavLink } from "./NavLink";
import { has, type Role } from "@/lib/permissions";

/** The top of every page of the staff area: where one is, where one can go, who one is. */
export function StaffHeader({ person, signOut }: { person: { name: string; role: Role } | null; signOut: ReactNode }) {
  const t = useTranslations("Staff.Shell");
  return (
    <header className="staff-header">
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <div className="staff-bar">
        <a href="/admin" className="staff-name">
          {t("title")}
        </a>
        {person && (
          <div className="staff-person">
            <a href="/admin/account">{person.name}</a>
            <span>{t(`role.${person.role}`)}</span>
            {signOut}
          </div>
        )}
      </div>
      {person && (
        <nav aria-label={t("navigation")}>
          <details className="fold">
            <summary>{t("menu")}</summary>
            <ul>
              {staffNav
                .filter(({ permission }) => has(person.role, permission))
                .map(({ href, key }) => (
                  <li key={href}>
                    <NavLink href={href}>{t(`rooms.${key}`)}</NavLink>
                  </li>
                ))}
            </ul>
          </details>
        </nav>
      )}
    </header>
  );
}
