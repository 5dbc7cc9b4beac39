import { createHash } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Five tries in a quarter of an hour, for each account and for each address that they come from. In memory only. */
export const triesAllowed = 5;
const seconds = 15 * 60;

/** Too many tries: wait. The same answer for accounts that exist and for those that do not. */
export class TooManyTries extends Error {
  constructor(readonly minutes: number) {
    super(`too many tries: wait ${minutes} minutes`);
  }
}

// One count, however often the module is loaded.
const keep = globalThis as { staffTries?: RateLimiterMemory; staffGuesses?: RateLimiterMemory; staffLooks?: Map<string, Promise<unknown>> };
const limiter = (keep.staffTries ??= new RateLimiterMemory({ points: triesAllowed, duration: seconds }));
const guesses = (keep.staffGuesses ??= new RateLimiterMemory({ points: 1, duration: seconds }));
// The looks that are on their way.
const looks = (keep.staffLooks ??= new Map());
const hashed = (kind: string, key: string) => `${kind}:${createHash("sha256").update(key).digest("base64url")}`;

/**
 * Counts a try before it is made, so that many at once count as many.
 * @param keys what is counted apart: `["account", email]`, `["address", key]`
 * @returns gives the try back to every key: it was a good one
 * @throws TooManyTries
 */
export async function countTry(...keys: [kind: string, key: string][]): Promise<() => Promise<void>> {
  const counted = keys.map(([kind, key]) => hashed(kind, key));
  const answers = await Promise.allSettled(counted.map((key) => limiter.consume(key)));
  const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason as unknown] : []));
  const waits = refused.map((reason) => {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    return reason.msBeforeNext;
  });
  if (waits.length > 0) throw new TooManyTries(Math.max(1, Math.ceil(Math.max(...waits) / 60_000)));
  return async () => {
    await Promise.all(counted.map((key) => limiter.reward(key)));
  };
}

/**
 * Looks whether a secret is worth something. Guessing is counted like tries; a wrong one counts once, however often its
 * sender comes with it in that time, also at once: that tells nobody anything new.
 * @param look null: it is worth nothing
 * @throws TooManyTries
 */
export async function countGuess<Answer>(kind: string, sender: string, secret: string, look: () => Promise<Answer | null>): Promise<Answer | null> {
  const guess = hashed(kind, `${sender} ${secret}`);
  if (await guesses.get(guess)) return null;
  const first = looks.get(guess);
  if (first) return (await first) === null ? null : look();
  const counted = async () => {
    const giveBack = await countTry([kind, sender]);
    const answer = await look();
    await (answer === null ? guesses.set(guess, 1, seconds) : giveBack());
    return answer;
  };
  const answer = counted();
  looks.set(guess, answer);
  return answer.finally(() => looks.delete(guess));
}
