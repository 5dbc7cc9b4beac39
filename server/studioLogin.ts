import pg from "pg";
import { ask } from "./databaseCheck.ts";

/** One database, and the two logins to it. */
export type Logins = {
  /** Of the owner of all tables: migrations, starter content, backups. */
  url: string;
  /** Of the studio and the press, who may not change the audit log. The same one where there is no other. */
  studioUrl: string;
};

/** The login of the studio and the press in the embedded database. */
export const studioRole = "guide_studio";

/** Makes that login, or gives it this password. */
export async function makeStudioLogin(url: string, password: string): Promise<void> {
  const known = await ask(url, `SELECT 1 FROM pg_roles WHERE rolname = '${studioRole}'`);
  await ask(url, `${known.length > 0 ? "ALTER" : "CREATE"} ROLE ${studioRole} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
}

/**
 * Gives the studio's login what it needs, and no more: rows of every table, but only reading and adding in the audit
 * log. It owns nothing, so it can neither change a table nor disable a trigger. Run by the owner after every migration.
 */
export async function grantStudio({ url, studioUrl }: Logins): Promise<void> {
  if (url === studioUrl) return;
  const role = pg.escapeIdentifier(decodeURIComponent(new URL(studioUrl).username));
  const database = pg.escapeIdentifier(decodeURIComponent(new URL(url).pathname.slice(1)));
  await ask(
    url,
    `BEGIN;
    -- Two processes that grant at once would fail over the same rows of the catalogue.
    SELECT pg_advisory_xact_lock(2026112203);
    GRANT CONNECT ON DATABASE ${database} TO ${role};
    REVOKE CREATE ON SCHEMA public FROM PUBLIC, ${role};
    GRANT USAGE ON SCHEMA public TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${role};
    REVOKE UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON "AuditEntry" FROM ${role};
    REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${role};
    COMMIT;`,
    20_000,
  );
}

/** Whether the database itself keeps the studio from changing what stands in the audit log. */
export async function guardsAudit(studioUrl: string): Promise<boolean> {
  const [row] = await ask<{ open: boolean }>(
    studioUrl,
    `SELECT has_table_privilege('"AuditEntry"', 'UPDATE, DELETE, TRUNCATE') OR pg_has_role(relowner, 'MEMBER') AS open FROM pg_class WHERE oid = '"AuditEntry"'::regclass`,
  );
  return row?.open === false;
}
