// The note of the audit log's end, and what npm run audit:verify finds, on a real table of its own.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditHash, emptyChain, type StoredAuditRow } from "../lib/auditChain.ts";
import { readHead, writeHead } from "./auditHead.ts";
import { withClient } from "./auditRows.ts";
import { ask } from "./databaseCheck.ts";
import { headKeeper } from "./keepAuditHead.ts";
import { migrate } from "./migrate.ts";
import { verifyAudit } from "./verifyAudit.ts";

const server = process.env.DATABASE_URL ?? "";
const name = `audit_${process.pid}`;
const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
let folder = "";

beforeAll(async () => {
  await ask(server, `CREATE DATABASE ${name}`, 20_000);
  await migrate(url);
});
afterAll(() => ask(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, 20_000));

// Whoever owns the tables can take the guard away: what remains is the chain and the note.
const tamper = (sql: string) => ask(url, `ALTER TABLE "AuditEntry" DISABLE TRIGGER USER; ${sql}; ALTER TABLE "AuditEntry" ENABLE TRIGGER USER`, 10_000);

beforeEach(async () => {
  if (folder) rmSync(folder, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), "guide-audit-"));
  await tamper('TRUNCATE "AuditEntry"');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function add(count: number): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<Pick<StoredAuditRow, "sequence" | "hash">>('SELECT sequence, hash FROM "AuditEntry" ORDER BY sequence DESC LIMIT 1');
    let last = rows[0] ?? emptyChain;
    const added: StoredAuditRow[] = [];
    for (let number = 0; number < count; number++) {
      const row = { sequence: last.sequence + 1, at: new Date(), actorId: "ana", action: "test", entity: null, entityId: null, detail: { b: [1, "ñ"], a: null }, previousHash: last.hash };
      last = { ...row, hash: auditHash(row) };
      added.push({ ...row, hash: last.hash });
    }
    await client.query(`INSERT INTO "AuditEntry" SELECT * FROM jsonb_populate_recordset(NULL::"AuditEntry", $1)`, [JSON.stringify(added)]);
  });
}

const keeper = () => headKeeper(folder, () => url);
const verify = () => verifyAudit(folder, url);

describe("the head", () => {
  it("follows what is committed, and never leads", async () => {
    expect([await keeper().keep(), await readHead(folder)]).toEqual([null, null]);
    await add(3);
    expect([await keeper().keep(), (await readHead(folder))?.sequence]).toEqual([null, 3]);
    await withClient(url, async (client) => {
      await client.query(`BEGIN; INSERT INTO "AuditEntry" VALUES (4, now(), NULL, 'x', NULL, NULL, '{}', 'x', 'y')`);
      expect([await keeper().keep(), (await readHead(folder))?.sequence]).toEqual([null, 3]);
      await client.query("ROLLBACK");
    });
    await add(2500);
    expect([await keeper().keep(), (await readHead(folder))?.sequence]).toEqual([null, 2503]);
    expect(await verify()).toMatch(/^2503 entries, all in order; newest of 20\d\d-.*; head kept outside: entry 2503$/);
  });

  it("does not go backwards, and does not follow a broken chain", async () => {
    await add(5);
    await keeper().keep();
    const note = readFileSync(join(folder, "audit-head.json"), "utf8");
    await tamper('DELETE FROM "AuditEntry" WHERE sequence > 3');
    expect(await keeper().keep()).toContain("ends with entry 3, and entry 5 was noted");
    await add(2);
    expect(await keeper().keep()).toContain("audit:verify");
    await add(3);
    expect(await keeper().keep()).toContain("not in order at entry 6");
    expect(readFileSync(join(folder, "audit-head.json"), "utf8")).toBe(note);
  });

  it("is signed with a key that only its owner reads", async () => {
    await writeHead(folder, { sequence: 5, hash: "x" });
    expect(statSync(join(folder, "audit-key")).mode & 0o077).toBe(0);
    const file = join(folder, "audit-head.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"sequence":5', '"sequence":4'));
    await expect(readHead(folder)).rejects.toThrow("wrong signature");
    await expect(verify()).rejects.toThrow("wrong signature");
    expect(await keeper().keep()).toContain("wrong signature");
    for (const damaged of ["", "{", '{"sequence":5}']) {
      writeFileSync(file, damaged);
      await expect(readHead(folder)).rejects.toThrow("damaged");
    }
  });
});

describe("audit:verify", () => {
  it("counts what is there, also without a head", async () => {
    expect(await verify()).toBe("0 entries, all in order; head kept outside: none yet");
    await add(1);
    expect(await verify()).toMatch(/^1 entry, all in order;.*none yet$/);
  });

  it.each([
    [`UPDATE "AuditEntry" SET action = 'other' WHERE sequence = 4`, "Entry 4 of the audit log was changed"],
    [`UPDATE "AuditEntry" SET at = at + interval '1 ms' WHERE sequence = 2`, "Entry 2 of the audit log was changed"],
    [`UPDATE "AuditEntry" SET detail = detail || '{"c": 1}' WHERE sequence = 6`, "Entry 6 of the audit log was changed"],
    [`DELETE FROM "AuditEntry" WHERE sequence = 3`, "Entry 3 of the audit log was removed"],
    [`DELETE FROM "AuditEntry" WHERE sequence = 1`, "Entry 1 of the audit log was removed"],
    [`DELETE FROM "AuditEntry" WHERE sequence > 4`, "it ends with entry 4, and entry 6 was noted"],
    [`DELETE FROM "AuditEntry"`, "it ends with entry 0"],
    [`INSERT INTO "AuditEntry" VALUES (7, now(), NULL, 'x', NULL, NULL, '{}', 'x', 'y')`, "Entry 7 of the audit log was changed"],
  ])("names what is wrong: %s", async (sql, sentence) => {
    await add(6);
    await keeper().keep();
    await tamper(sql);
    await expect(verify()).rejects.toThrow(sentence);
  });

  it("finds a log that was counted anew by somebody who knows the rule", async () => {
    await add(6);
    await keeper().keep();
    await tamper('TRUNCATE "AuditEntry"');
    await add(9);
    await expect(verify()).rejects.toThrow("entry 6 is not the one that was noted");
  });

  it("finds an entry with a right hash at the wrong place", async () => {
    await add(4);
    const row = { sequence: 5, at: new Date(), actorId: null, action: "x", entity: null, entityId: null, detail: {}, previousHash: "0".repeat(64) };
    await ask(url, `INSERT INTO "AuditEntry" VALUES (5, '${row.at.toISOString()}', NULL, 'x', NULL, NULL, '{}', '${row.previousHash}', '${auditHash(row)}')`);
    await expect(verify()).rejects.toThrow("entry 5 does not follow");
  });
});
