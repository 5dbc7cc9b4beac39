// What the studio's login may do, asked of a real server: in a database of its own beside the one of the unit tests.
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "./databaseCheck.ts";
import { makeTables } from "./tables.ts";
import { grantStudio, guardsAudit, type Logins } from "./studioLogin.ts";

const name = `studio_login_${process.pid}`;
// As at a provider: the owner of the database is no superuser.
const owner = `${name}_owner`;
const password = "it's a \"password\"";
let logins: Logins;

function at(user: string, word: string): string {
  const url = new URL(process.env.DATABASE_URL ?? "");
  url.pathname = `/${name}`;
  return Object.assign(url, { username: user, password: encodeURIComponent(word) }).href;
}

beforeAll(async () => {
  const server = process.env.DATABASE_URL ?? "";
  for (const role of [name, owner]) await ask(server, `CREATE ROLE ${role} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
  await ask(server, `CREATE DATABASE ${name} OWNER ${owner}`, 20_000);
  logins = { url: at(owner, password), studioUrl: at(name, password) };
  await makeTables(logins, () => {});
});

afterAll(async () => {
  await ask(process.env.DATABASE_URL ?? "", `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, 20_000);
  for (const role of [name, owner]) await ask(process.env.DATABASE_URL ?? "", `DROP ROLE IF EXISTS ${role}`);
});

const studio = (sql: string) => ask(logins.studioUrl, sql);
const entry = (sequence: number) =>
  `INSERT INTO "AuditEntry" (sequence, at, action, detail, "previousHash", hash) VALUES (${sequence}, now(), 'test', '{}', 'x', 'y')`;

describe("the studio's login", () => {
  it("reads and adds to the audit log", async () => {
    await studio(entry(1));
    expect(await studio('SELECT action FROM "AuditEntry"')).toEqual([{ action: "test" }]);
  });

  it.each([
    `UPDATE "AuditEntry" SET action = 'other'`,
    `DELETE FROM "AuditEntry"`,
    `TRUNCATE "AuditEntry"`,
    `MERGE INTO "AuditEntry" a USING (SELECT 1 AS sequence) b ON a.sequence = b.sequence WHEN MATCHED THEN DELETE`,
    `INSERT INTO "AuditEntry" (sequence, at, action, detail, "previousHash", hash) VALUES (1, now(), 'other', '{}', 'x', 'y') ON CONFLICT (sequence) DO UPDATE SET action = 'other'`,
    `ALTER TABLE "AuditEntry" DISABLE TRIGGER ALL`,
    `DROP TRIGGER "AuditEntry_append_only" ON "AuditEntry"`,
    `CREATE TRIGGER mine BEFORE INSERT ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()`,
    `CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'`,
    `DROP TABLE "AuditEntry"`,
    `ALTER TABLE "AuditEntry" OWNER TO ${name}`,
    `SET session_replication_role = replica`,
    `GRANT ALL ON "AuditEntry" TO ${name}`,
    `CREATE TABLE mine (a int)`,
    `CREATE SCHEMA mine`,
    `CREATE ROLE mine SUPERUSER`,
    `SET ROLE guide`,
    `UPDATE _prisma_migrations SET checksum = 'x'`,
    `COPY (SELECT 1) TO PROGRAM 'true'`,
    `SELECT pg_read_file('postgresql.conf')`,
  ])("may not: %s", async (sql) => {
    await expect(sql.startsWith("GRANT") ? studio(sql).then(() => studio('DELETE FROM "AuditEntry"')) : studio(sql)).rejects.toThrow(/permission denied|must be owner|must be able|Only roles/);
    expect(await ask(logins.url, 'SELECT action FROM "AuditEntry" WHERE sequence = 1')).toEqual([{ action: "test" }]);
  });

  it("writes everywhere else, and searches", async () => {
    await studio(`INSERT INTO "Guide" (key) VALUES ('x'); UPDATE "Guide" SET key = 'y'; DELETE FROM "Guide"`);
    expect(await studio(`SELECT fold('Á') AS a, similarity('a', 'a') AS b`)).toEqual([{ a: "a", b: 1 }]);
    expect(await studio("SELECT count(*)::int > 0 AS known FROM _prisma_migrations")).toEqual([{ known: true }]);
  });

  it("is granted again without harm, by two at once", async () => {
    await Promise.all([grantStudio(logins), grantStudio(logins), makeTables(logins, () => {})]);
    expect(await guardsAudit(logins.studioUrl)).toBe(true);
  });
});

it("says so where one login is both", async () => {
  const said: string[] = [];
  await makeTables({ url: logins.url, studioUrl: logins.url }, (line) => said.push(line));
  expect(said.join()).toContain("DATABASE_OWNER_URL");
});

it("even the owner cannot change the log by mistake", async () => {
  await expect(ask(logins.url, 'DELETE FROM "AuditEntry"')).rejects.toThrow("append-only");
  await expect(ask(logins.url, 'TRUNCATE "AuditEntry"')).rejects.toThrow("append-only");
});
