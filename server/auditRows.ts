import pg from "pg";
import type { StoredAuditRow } from "../lib/auditChain.ts";

/** Runs some work with one connection. */
export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {}); // the query that was running says so
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

const atOnce = 1_000;

/** The rows of the audit log after one, in pieces. */
export async function* auditRows(client: pg.Client, after: number): AsyncGenerator<StoredAuditRow[]> {
  for (let last = after; ; ) {
    const { rows } = await client.query<StoredAuditRow>(
      `SELECT sequence, at, "actorId", action, entity, "entityId", detail, "previousHash", hash FROM "AuditEntry" WHERE sequence > $1 ORDER BY sequence LIMIT ${atOnce}`,
      [last],
    );
    if (rows.length > 0) yield rows;
    if (rows.length < atOnce) return;
    last = rows.at(-1)?.sequence ?? last;
  }
}
