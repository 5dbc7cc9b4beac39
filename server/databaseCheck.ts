import pg from "pg";
import { codeOf, Failure } from "./failure.ts";

/** One query on a new connection; throws within the time given. */
export async function ask<Row extends pg.QueryResultRow>(url: string, sql: string, milliseconds = 3000): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: milliseconds, query_timeout: milliseconds });
  client.on("error", () => {}); // a connection that dies while idle is not news: the query says so
  try {
    await client.connect();
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Whether a database answers. Too many connections is an answer. */
export async function answers(url: string, milliseconds: number): Promise<boolean> {
  try {
    await ask(url, "SELECT 1", milliseconds);
    return true;
  } catch (error) {
    return codeOf(error) === "53300";
  }
}

/** Makes sure that the server that a setting names can be used, or says in one sentence why not. */
export async function checkDatabase(setting: "DATABASE_URL" | "DATABASE_OWNER_URL", url: string): Promise<void> {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url))
    throw new Failure(`${setting} must look like postgresql://user:password@host:5432/name.`);
  try {
    const [row] = await ask<{ version: number }>(url, "SELECT current_setting('server_version_num')::int AS version", 5000);
    if (row && row.version < 150_000)
      throw new Failure(`The database of ${setting} is PostgreSQL ${Math.floor(row.version / 10_000)}, and the guide needs 15 or newer.`);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(unreachable(setting, new URL(url), error));
  }
}

// Never the address itself: it holds the password.
function unreachable(setting: string, url: URL, error: unknown): string {
  const where = `${url.hostname}:${url.port || 5432}`;
  const name = decodeURIComponent(url.pathname.slice(1));
  const user = decodeURIComponent(url.username);
  switch (codeOf(error)) {
    case "ECONNREFUSED":
      return `The database of ${setting} was not reached: nothing listens on ${where}.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `The database of ${setting} was not reached: there is no host named ${url.hostname}.`;
    case "28P01":
    case "28000":
      return `The database at ${where} refused user "${user}": the name or the password in ${setting} is wrong.`;
    case "3D000":
      return `The database at ${where} has no database named "${name}": make it (CREATE DATABASE), or correct ${setting}.`;
    default: {
      const what = error instanceof Error && error.message ? error.message : codeOf(error) || "no answer";
      return `The database of ${setting} (${where}) was not reached: ${what}.`;
    }
  }
}
