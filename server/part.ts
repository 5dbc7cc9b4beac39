import { setTimeout as sleep } from "node:timers/promises";
import { report } from "./failure.ts";

/** Something that runs for as long as the guide does. */
export type Part = {
  name: string;
  start: () => Promise<void>;
  /** Cheap: asked several times a second. */
  isAlive: () => boolean;
  /** Whether it answers a question; a stopped process is alive and does not. */
  answers: () => Promise<boolean>;
  /** Ends it at once, when it does not answer any more. */
  kill: () => Promise<void>;
  stop: () => Promise<void>;
};

const lookEvery = 300;
const askEvery = 2_000;
const missesAllowed = 2;

/** Watches a part that has been started, and brings it back when it ends or falls silent. */
export async function keepRunning(part: Part, signal: AbortSignal): Promise<void> {
  let misses = 0;
  let asked = Date.now();
  let failures = 0;
  let startedAt = Date.now();
  while (!signal.aborted) {
    await sleep(lookEvery, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    if (part.isAlive() && Date.now() - asked > askEvery) {
      misses = (await part.answers()) ? 0 : misses + 1;
      asked = Date.now();
      if (misses >= missesAllowed && part.isAlive() && !signal.aborted) {
        console.error(`The ${part.name} does not answer: ending it.`);
        await part.kill();
      }
    }
    if (part.isAlive() || signal.aborted) continue;
    failures = Date.now() - startedAt > 60_000 ? 0 : failures + 1;
    const pause = Math.min(250 * 2 ** Math.min(failures - 1, 7), 30_000);
    console.error(`The ${part.name} has ended: starting it again${failures > 1 ? ` in ${Math.round(pause / 1000)} s` : ""}.`);
    await sleep(failures > 1 ? pause : 0, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    startedAt = Date.now();
    await part.start().then(
      () => console.error(`The ${part.name} is back.`),
      report,
    );
    misses = 0;
    asked = Date.now();
  }
}
