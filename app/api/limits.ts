import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

const hour = 3600;
const make = () => ({
  /** Reports of one reader. */
  reports: new RateLimiterMemory({ points: 5, duration: hour }),
  /** Reports on one listing, by everybody together. */
  reportsOnListing: new RateLimiterMemory({ points: 60, duration: hour }),
  /** Answers of one organization to its link. */
  answers: new RateLimiterMemory({ points: 20, duration: hour }),
});

// One count, however often the module is loaded. In memory only: after a restart nobody has sent anything.
const keep = globalThis as { readerLimits?: ReturnType<typeof make> };
export const limits = (keep.readerLimits ??= make());

/**
 * Counts one request.
 * @returns seconds until there may be another one, where there have been too many; else null
 */
export async function secondsToWait(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.ceil(refusal.msBeforeNext / 1000);
  }
}
