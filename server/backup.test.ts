// The drill: everything is backed up, brought back into an empty database, and compared row by row.
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withClient } from "./auditRows.ts";
import { backup, checkBackup } from "./backup.ts";
import { backupSecret } from "./backupSecret.ts";
import { ask } from "./databaseCheck.ts";
import { migrate } from "./migrate.ts";
import { restore } from "./restore.ts";

const server = process.env.DATABASE_URL ?? "";
const secret = "correct horse battery staple";
const made: string[] = [];
const folder = mkdtempSync(join(tmpdir(), "guide-backup-"));
const file = join(folder, "guide.backup");
/** The copy of the starter content that this file has for itself. */
const source = server;

async function emptyDatabase(): Promise<string> {
  const name = `backup_${process.pid}_${made.length}`;
  made.push(name);
  await ask(server, `CREATE DATABASE ${name}`, 20_000);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Every row of every table, as PostgreSQL itself writes it. */
async function contents(url: string): Promise<Record<string, string[]>> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
    const found: Record<string, string[]> = {};
    for (const { name } of rows) {
      if (name === "_prisma_migrations") continue;
      const all = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${pg.escapeIdentifier(name)} t ORDER BY 1`);
      found[name] = all.rows.map(({ row }) => row);
    }
    return found;
  });
}

/** What PostgreSQL knows of constraints, triggers and indexes. */
async function structure(url: string): Promise<unknown> {
  return ask(
    url,
    `SELECT conrelid::regclass::text || conname || pg_get_constraintdef(oid) || condeferrable::text AS it FROM pg_constraint WHERE connamespace = 'public'::regnamespace
     UNION ALL SELECT tgrelid::regclass::text || tgname || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
     UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`,
  );
}

beforeAll(async () => {
  await withClient(source, async (client) => {
    await client.query(`INSERT INTO "StaffMember" (id, name, email, role) VALUES ('1', 'Ana "\\' || E'\\t\\n\\u2028' || '<script>', 'ana@example.org', 'editor')`);
    await client.query(`INSERT INTO "StaffSession" (id, token, "expiresAt", "userId") VALUES ('1', 'secret token', now(), '1')`);
    await client.query(`INSERT INTO "StaffToken" (id, identifier, value, "expiresAt") VALUES ('1', 'a', 'one-time link', now())`);
    for (const detail of ["{}", '{"a": 1.50, "b": "\\\\N"}', "null", '"\\u2028"', "12345678901234567890.123"])
      await client.query(
        `INSERT INTO "AuditEntry" (sequence, at, action, detail, "previousHash", hash) SELECT count(*) + 1, now(), 'test', $1, 'x', 'y' FROM "AuditEntry"`,
        [detail],
      );
    const upload = `INSERT INTO "Import" (id, kind, "fileName", file, mapping, "uploadedById") VALUES ($1, 'csv', 'a.csv', $2, $3, '1')`;
    await client.query(upload, ["large", Buffer.from(Array.from({ length: 4 * 1024 * 1024 + 7 }, (_, index) => (index * 7) % 256)), "null"]);
    await client.query(upload, ["empty", Buffer.alloc(0), null]);
    await client.query(upload, ["four", Buffer.alloc(4 * 1024 * 1024, 1), "{}"]);
    await client.query(`INSERT INTO "Revision" (id, entity, "entityId", number, state, document, "changedFields", "authorIds") VALUES ('1', 'Organization', 'x', 1, 'draft', '{}', '{}', '{"a,b","\\"",NULL,""}')`);
  });
  writeFileSync(join(folder, "staff-secret"), "seals second factors");
  await backup(folder, source, secret, file);
}, 120_000);

afterAll(async () => {
  for (const name of made) await ask(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, 20_000);
  rmSync(folder, { recursive: true });
}, 60_000);

describe("a backup", () => {
  it("comes back whole: every row of every table, and nothing that opens a door", async () => {
    const target = await emptyDatabase();
    const elsewhere = mkdtempSync(join(folder, "other-"));
    writeFileSync(join(elsewhere, "audit-head.json"), "of another database");
    const { rows, putAside } = await restore(elsewhere, target, secret, file);
    const [before, after] = [await contents(source), await contents(target)];
    expect(before.StaffSession).toHaveLength(1);
    expect(after).toEqual({ ...before, StaffSession: [], StaffToken: [], ConfirmationLink: [], Correction: [] });
    expect(rows).toBe(Object.values(after).flat().length);
    expect(await structure(target)).toEqual(await structure(source));
    expect(readFileSync(join(elsewhere, "staff-secret"), "utf8")).toBe("seals second factors");
    expect(existsSync(putAside ?? "")).toBe(true);
    expect(await migrate(target)).toEqual([]);
  }, 60_000);

  it("shows nothing to somebody without its secret", () => {
    const bytes = readFileSync(file);
    for (const word of ["Ana", "ana@example.org", "City", "seals second factors", "secret token"]) expect(bytes.includes(word)).toBe(false);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it("is what it was in one moment, whatever is written meanwhile", async () => {
    const during = join(folder, "during.backup");
    let stop = false;
    const writing = withClient(source, async (client) => {
      for (let key = 0; !stop; key++) await client.query(`WITH a AS (INSERT INTO "Guide" VALUES ($1)) INSERT INTO "Taxonomy" VALUES ($1)`, [`k${key}`]);
    });
    await backup(folder, source, secret, during);
    stop = true;
    await writing;
    const target = await emptyDatabase();
    await restore(folder, target, secret, during);
    const written = /^\(k\d+\)$/;
    const { Guide: guides = [], Taxonomy: taxonomies = [] } = await contents(target);
    expect(guides.filter((row) => written.test(row))).toHaveLength(taxonomies.filter((row) => written.test(row)).length);
    await ask(source, `DELETE FROM "Guide" WHERE key ~ '^k\\d+$'; DELETE FROM "Taxonomy" WHERE key ~ '^k\\d+$'`);
  }, 60_000);

  it("never takes the place of another file, and leaves nothing half", async () => {
    await expect(backup(folder, source, secret, file)).rejects.toThrow("is there already");
    await expect(backup(folder, source.replace(/:[^:@]+@/, ":wrong@"), secret, join(folder, "never.backup"))).rejects.toThrow();
    expect(readdirSync(folder).filter((name) => name.includes("never") || name.includes(".new"))).toEqual([]);
  });
});

describe("restore refuses, and changes nothing", () => {
  const spoil = (name: string, change: (copy: string) => void) => {
    const copy = join(folder, name);
    copyFileSync(file, copy);
    change(copy);
    return copy;
  };
  const flip = (at: number) => (copy: string) => {
    const bytes = readFileSync(copy);
    const place = at < 0 ? bytes.length + at : at;
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
    writeFileSync(copy, bytes);
  };
  const size = () => statSync(file).size;
  const piece = 64 * 1024 + 16;
  let target = "";
  beforeAll(async () => {
    target = await emptyDatabase();
  });
  const start = () => readFileSync(file).indexOf("\n") + 1;

  it.each<[string, (copy: string) => void, RegExp]>([
    ["one bit in the middle", (copy) => flip(Math.floor(size() / 2))(copy), /damaged or not whole/],
    ["one bit at the end", flip(-1), /damaged or not whole/],
    ["one bit of the salt", flip(75), /not a backup|another passphrase|damaged/],
    ["the last byte gone", (copy) => truncateSync(copy, size() - 1), /damaged or not whole/],
    ["cut off between two pieces", (copy) => truncateSync(copy, start() + piece), /damaged or not whole/],
    ["only its head", (copy) => truncateSync(copy, start()), /damaged or not whole/],
    ["nothing", (copy) => truncateSync(copy, 0), /not a backup/],
    ["one byte more", (copy) => writeFileSync(copy, "x", { flag: "a" }), /damaged or not whole/],
    ["two pieces swapped", (copy) => {
      const bytes = readFileSync(copy);
      const [a, b] = [start(), start() + piece];
      writeFileSync(copy, Buffer.concat([bytes.subarray(0, a), bytes.subarray(b, b + piece), bytes.subarray(a, b), bytes.subarray(b + piece)]));
    }, /damaged or not whole/],
    ["another file", (copy) => writeFileSync(copy, '{"format":"x"}\n'.repeat(999)), /not a backup/],
  ])("%s", async (name, change, sentence) => {
    await expect(restore(folder, target, secret, spoil(`${name}.backup`, change))).rejects.toThrow(sentence);
    expect(await contents(target)).toEqual({});
  }, 60_000);

  it("a wrong passphrase", async () => {
    await expect(restore(folder, target, `${secret}!`, file)).rejects.toThrow("another passphrase");
    expect(await contents(target)).toEqual({});
  });

  it("an installation with rows", async () => {
    const before = await contents(source);
    await expect(restore(folder, source, secret, file)).rejects.toThrow("not empty");
    expect(await contents(source)).toEqual(before);
  });

  it("a file that is not there", async () => {
    await expect(restore(folder, source, secret, join(folder, "none"))).rejects.toThrow("There is no file");
  });

  it("a backup of a newer guide", async () => {
    await ask(source, `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29990101000000_later', now())`);
    const later = join(folder, "later.backup");
    await backup(folder, source, secret, later);
    await ask(source, `DELETE FROM _prisma_migrations WHERE id = 'x'`);
    await expect(restore(folder, target, secret, later)).rejects.toThrow("newer version of the guide");
  });
});

describe("the secret", () => {
  it("is made once, kept for its owner only, and never made to open a backup with", async () => {
    const data = mkdtempSync(join(folder, "key-"));
    await expect(backupSecret(data, false)).rejects.toThrow("BACKUP_PASSPHRASE");
    const { secret: first, made: isNew } = await backupSecret(data, true);
    expect([isNew, statSync(join(data, "backup-key")).mode & 0o077]).toEqual([true, 0]);
    expect(await backupSecret(data, false)).toMatchObject({ secret: first, made: false });
  });

  it("opens what it sealed", async () => {
    expect((await checkBackup(file, secret)).rows).toBeGreaterThan(1000);
  });
});
