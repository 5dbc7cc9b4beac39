import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditHash, checkChain, checkEnd, emptyChain, type ChainEnd, type ChainFault, type StoredAuditRow } from "./auditChain.ts";

type Entry = Omit<StoredAuditRow, "sequence" | "previousHash" | "hash">;

function chain(entries: Entry[]): StoredAuditRow[] {
  const rows: StoredAuditRow[] = [];
  for (const entry of entries) {
    const last = rows.at(-1) ?? emptyChain;
    const row = { ...entry, sequence: last.sequence + 1, previousHash: last.hash };
    rows.push({ ...row, hash: auditHash(row) });
  }
  return rows;
}

function check(rows: StoredAuditRow[], head: ChainEnd): ChainFault | null {
  const end = checkChain(rows, emptyChain, head);
  return "fault" in end ? end : checkEnd(end, head);
}

const entry: fc.Arbitrary<Entry> = fc.record({
  at: fc.date({ min: new Date("2020-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
  actorId: fc.option(fc.string()),
  action: fc.string(),
  entity: fc.option(fc.string()),
  entityId: fc.option(fc.string()),
  detail: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.array(fc.string()))),
});
const chains = fc.array(entry, { minLength: 3, maxLength: 20 }).map(chain);
/** A chain, one place in it, and its untouched head. */
const places = chains.chain((rows) => fc.record({ rows: fc.constant(rows), at: fc.nat(rows.length - 1), head: fc.constant(end(rows)) }));

function end(rows: StoredAuditRow[]): ChainEnd {
  const { sequence, hash } = rows.at(-1) ?? emptyChain;
  return { sequence, hash };
}

const changes: ((row: StoredAuditRow) => StoredAuditRow)[] = [
  (row) => ({ ...row, at: new Date(row.at.getTime() + 1) }),
  (row) => ({ ...row, actorId: `${row.actorId ?? ""}x` }),
  (row) => ({ ...row, actorId: row.actorId === null ? "" : null }),
  (row) => ({ ...row, action: `${row.action}x` }),
  (row) => ({ ...row, entity: `${row.entity ?? ""}x` }),
  (row) => ({ ...row, entityId: `${row.entityId ?? ""}x` }),
  (row) => ({ ...row, detail: { was: row.detail } }),
  (row) => ({ ...row, previousHash: auditHash(row) }),
  (row) => ({ ...row, hash: auditHash({ ...row, action: "other" }) + "0" }),
];

describe("checkChain", () => {
  it("holds for every chain that nobody touched, in pieces too", () => {
    fc.assert(
      fc.property(places, ({ rows, at, head }) => {
        expect(check(rows, head)).toBeNull();
        const middle = checkChain(rows.slice(0, at), emptyChain, head);
        expect("fault" in middle ? middle : checkChain(rows.slice(at), middle, head)).toEqual(head);
        // The head may lag.
        expect(check(rows, end(rows.slice(0, at + 1)))).toBeNull();
      }),
    );
  });

  it("finds a changed row", () => {
    fc.assert(
      fc.property(places, fc.constantFrom(...changes), ({ rows, at, head }, change) => {
        const tampered = rows.map((row, index) => (index === at ? change(row) : row));
        expect(check(tampered, head)).toMatchObject({ fault: "changed", sequence: at + 1 });
      }),
    );
  });

  it("finds a row that was changed together with its hash", () => {
    fc.assert(
      fc.property(places, ({ rows, at, head }) => {
        const tampered = rows.map((row, index) => {
          const other = { ...row, action: `${row.action}x` };
          return index === at ? { ...other, hash: auditHash(other) } : row;
        });
        expect(check(tampered, head)?.sequence).toBeGreaterThanOrEqual(at + 1);
      }),
    );
  });

  it("finds a chain whose hashes somebody counted anew who knows the rule", () => {
    fc.assert(
      fc.property(places, ({ rows, at, head }) => {
        const tampered = chain(rows.map((row, index) => (index === at ? { ...row, action: `${row.action}x` } : row)));
        expect(check(tampered, head)).toMatchObject({ fault: "rewritten" });
      }),
    );
  });

  it("finds removed rows, in the middle and at the end", () => {
    fc.assert(
      fc.property(places, fc.nat(5), ({ rows, at, head }, more) => {
        const tampered = rows.toSpliced(at, 1 + more);
        expect(check(tampered, head)?.fault).toBe(tampered.length === at ? "cutOff" : "removed");
      }),
    );
  });

  it("finds an inserted row, whatever its number", () => {
    fc.assert(
      fc.property(places, entry, fc.boolean(), ({ rows, at, head }, extra, renumber) => {
        const row = { ...extra, sequence: at + 1, previousHash: rows[at]?.previousHash ?? "" };
        const after = rows.slice(at).map((other) => (renumber ? { ...other, sequence: other.sequence + 1 } : other));
        expect(check([...rows.slice(0, at), { ...row, hash: auditHash(row) }, ...after], head)).not.toBeNull();
      }),
    );
  });

  it("finds swapped rows, with and without their numbers", () => {
    fc.assert(
      fc.property(places, fc.boolean(), ({ rows, at, head }, numbers) => {
        const other = (at + 1) % rows.length;
        const [a, b] = [rows[at], rows[other]];
        if (!a || !b) throw new Error("no rows");
        const tampered = rows.with(at, numbers ? b : { ...b, sequence: a.sequence }).with(other, numbers ? a : { ...a, sequence: b.sequence });
        expect(check(tampered, head)).not.toBeNull();
      }),
    );
  });

  it("finds a table that was emptied", () => {
    fc.assert(
      fc.property(places, ({ head }) => {
        expect(check([], head)).toEqual({ fault: "cutOff", sequence: 0 });
      }),
    );
  });
});
