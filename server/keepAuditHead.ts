import { setTimeout as sleep } from "node:timers/promises";
import { checkChain, emptyChain, type ChainEnd } from "../lib/auditChain.ts";
import { readHead, writeHead } from "./auditHead.ts";
import { auditRows, withClient } from "./auditRows.ts";
import { sentenceFor } from "./failure.ts";

const every = 5_000;

export type HeadKeeper = {
  /** Notes what has been committed until now; answers what keeps it from doing so, or null. */
  keep: () => Promise<string | null>;
};

/** Notes the newest entry of the audit log outside the database. What it reads is committed: the note may lag, and never leads. */
export function headKeeper(dataDir: string, url: () => string): HeadKeeper {
  return {
    async keep() {
      const head = await readHead(dataDir).catch((error: unknown) => sentenceFor(error) ?? String(error));
      if (typeof head === "string") return head;
      return withClient(url(), async (client) => {
        const { rows } = await client.query<ChainEnd>('SELECT sequence, hash FROM "AuditEntry" ORDER BY sequence DESC LIMIT 1');
        const newest = rows[0] ?? emptyChain;
        const from = head ?? emptyChain;
        if (newest.sequence === from.sequence && newest.hash === from.hash) return null;
        if (newest.sequence <= from.sequence) return `The audit log ends with entry ${newest.sequence}, and entry ${from.sequence} was noted before: the note is kept. Run npm run audit:verify.`;
        let end = from;
        for await (const piece of auditRows(client, from.sequence)) {
          const next = checkChain(piece, end);
          if ("fault" in next) return `The audit log is not in order at entry ${next.sequence}: the note of entry ${from.sequence} is kept. Run npm run audit:verify.`;
          end = next;
        }
        await writeHead(dataDir, end);
        return null;
      });
    },
  };
}

/** Keeps the head for as long as the guide runs. A trouble is told once, and again when it is another one. */
export async function keepAuditHead({ keep }: HeadKeeper, signal: AbortSignal): Promise<void> {
  let told: string | null = null;
  while (!signal.aborted) {
    await sleep(every, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    // A database that is away is told about by its own part.
    const trouble = await keep().catch(() => told);
    if (trouble !== null && trouble !== told) console.error(trouble);
    told = trouble;
  }
}
