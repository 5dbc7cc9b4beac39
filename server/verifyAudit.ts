import { checkChain, checkEnd, emptyChain, type ChainEnd, type ChainFault } from "../lib/auditChain.ts";
import { readHead } from "./auditHead.ts";
import { auditRows, withClient } from "./auditRows.ts";
import { Failure } from "./failure.ts";

/**
 * Reads the whole audit log, and compares its end with what was noted outside the database.
 * @returns one sentence that says that all is in order
 * @throws Failure with one that names what is not
 */
export async function verifyAudit(dataDir: string, url: string): Promise<string> {
  const head = await readHead(dataDir);
  return withClient(url, async (client) => {
    let end = emptyChain;
    let newest: Date | undefined;
    for await (const piece of auditRows(client, 0)) {
      const next = checkChain(piece, end, head ?? undefined);
      if ("fault" in next) throw new Failure(describe(next, end, head));
      end = next;
      newest = piece.at(-1)?.at;
    }
    const short = head && checkEnd(end, head);
    if (short) throw new Failure(describe(short, end, head));
    const entries = `${end.sequence} ${end.sequence === 1 ? "entry" : "entries"}, all in order`;
    return [entries, newest ? `newest of ${newest.toISOString()}` : "", `head kept outside: ${head ? `entry ${head.sequence}` : "none yet"}`].filter(Boolean).join("; ");
  });
}

function describe({ fault, sequence }: ChainFault, end: ChainEnd, head: ChainEnd | null): string {
  switch (fault) {
    case "changed":
      return `Entry ${sequence} of the audit log was changed: its contents do not give its hash.`;
    case "removed":
      return `Entry ${sequence} of the audit log was removed, and there are later ones.`;
    case "inserted":
      return `An entry of the audit log was inserted or written anew: entry ${sequence} does not follow from the one before it.`;
    case "rewritten":
      return `The audit log was written anew: entry ${sequence} is not the one that was noted outside the database.`;
    case "cutOff":
      return `The end of the audit log was cut off: it ends with entry ${end.sequence}, and entry ${head?.sequence} was noted outside the database.`;
  }
}
