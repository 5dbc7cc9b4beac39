import { textHash } from "./hash.ts";

/** One row of the audit log, as it is hashed. */
export type AuditRow = {
  sequence: number;
  at: Date;
  actorId: string | null;
  action: string;
  entity: string | null;
  entityId: string | null;
  detail: unknown;
  previousHash: string;
};

/** What stands in previousHash of the first row. */
export const chainStart = "0".repeat(64);

/** SHA-256 (64 hex digits) over everything in a row, the hash of the row before it included. */
export function auditHash({ sequence, at, actorId, action, entity, entityId, detail, previousHash }: AuditRow): string {
  return textHash({ sequence, at: at.toISOString(), actorId, action, entity, entityId, detail, previousHash });
}

/** A row as it is stored: with its hash. */
export type StoredAuditRow = AuditRow & { hash: string };

/** The end of a chain: its newest row. */
export type ChainEnd = { sequence: number; hash: string };

/** Before the first row. */
export const emptyChain: ChainEnd = { sequence: 0, hash: chainStart };

/**
 * What is wrong with a chain, at which row.
 * changed: its contents no longer give its hash. removed: it is missing. inserted: it does not follow from
 * the row before it (one of the two was put there or written anew). rewritten: it is sound, and not the row that the
 * head knows. cutOff: the chain ends here, and the head knows more.
 */
export type ChainFault = { fault: "changed" | "removed" | "inserted" | "rewritten" | "cutOff"; sequence: number };

/**
 * Checks rows in their order; a long chain in pieces, each from the end of the one before.
 * @param rows by sequence, ascending
 * @param from the row before them
 * @param head what somebody outside the table remembers of its newest row
 * @returns the end of the chain, or the first fault
 */
export function checkChain(rows: StoredAuditRow[], from: ChainEnd = emptyChain, head?: ChainEnd): ChainEnd | ChainFault {
  let end = from;
  for (const row of rows) {
    const { sequence, hash } = row;
    if (sequence > end.sequence + 1) return { fault: "removed", sequence: end.sequence + 1 };
    if (sequence <= end.sequence) return { fault: "inserted", sequence };
    if (auditHash(row) !== hash) return { fault: "changed", sequence };
    if (row.previousHash !== end.hash) return { fault: "inserted", sequence };
    if (head?.sequence === sequence && head.hash !== hash) return { fault: "rewritten", sequence };
    end = { sequence, hash };
  }
  return end;
}

/** Whether the table still reaches as far as the head remembers. */
export function checkEnd(end: ChainEnd, head: ChainEnd): ChainFault | null {
  return end.sequence < head.sequence ? { fault: "cutOff", sequence: end.sequence } : null;
}
