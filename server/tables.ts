import { migrate } from "./migrate.ts";
import { grantStudio, guardsAudit, type Logins } from "./studioLogin.ts";

/**
 * Brings the database up to the code: its tables, and what the studio may do with them.
 * @returns the names of the migrations applied
 */
export async function makeTables(logins: Logins, say: (line: string) => void): Promise<string[]> {
  const names = await migrate(logins.url);
  await grantStudio(logins);
  if (!(await guardsAudit(logins.studioUrl)))
    say("The login of DATABASE_URL owns the tables: the audit log is guarded by its trigger and its chain only (docs/deploy.md, DATABASE_OWNER_URL).");
  return names;
}
