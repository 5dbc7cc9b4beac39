import type { DocumentOf, RecordEntity } from "@/lib/documents";
import type { Fault } from "@/lib/faults";

/** Somebody else has saved since this person read the record. */
export type Conflict<E extends RecordEntity> = {
  kind: "conflict";
  /** What the next save has to name. */
  version: number;
  /** The text that stands now: the open proposal, else what residents see; null where the record is gone. */
  latest: DocumentOf<E> | null;
};
export type Refused = { kind: "refused"; faults: Fault[] };

/** Ends a transaction without a trace, and says why. */
export class Stop<Reason> extends Error {
  constructor(readonly reason: Reason) {
    super("stopped");
  }
}

/** Runs work that may end by Stop, and answers its reason then. */
export async function orStop<Result, Reason>(work: Promise<Result>): Promise<Result | Reason> {
  return work.catch((error: unknown) => {
    if (error instanceof Stop) return error.reason as Reason;
    throw error;
  });
}
