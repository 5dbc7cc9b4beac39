import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, expect } from "vitest";

// Each test file that reaches the database has a copy of its own: tests write freely, and never see each other's rows.
const template = process.env.UNIT_TEMPLATE_URL;
const path = expect.getState().testPath ?? "";
if (template && /\/(data|prisma|server|bench|app)\//.test(path)) {
  const name = `unit_${randomBytes(8).toString("hex")}`;
  const original = new URL(template).pathname.slice(1);
  const ask = async (sql: string) => {
    const client = new pg.Client({ connectionString: Object.assign(new URL(template), { pathname: "/postgres" }).href });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  for (let attempt = 1; ; attempt++) {
    // Two files that copy at once are in each other's way.
    const busy = await ask(`CREATE DATABASE "${name}" TEMPLATE "${original}"`).then(
      () => null,
      (error: unknown) => error,
    );
    if (!busy) break;
    if (attempt > 100) throw busy;
    await new Promise((done) => setTimeout(done, 50));
  }
  process.env.DATABASE_URL = Object.assign(new URL(template), { pathname: `/${name}` }).href;
  afterAll(async () => {
    const { db } = globalThis as { db?: { $disconnect: () => Promise<void> } };
    await db?.$disconnect();
    await ask(`DROP DATABASE "${name}" WITH (FORCE)`);
  });
}
