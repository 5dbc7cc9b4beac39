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
/** A part that has answered so often in a row runs well: four to five seconds after its start. */
const answersOfWell = 2;

/**
 * Watches a part that has been started, and brings it back when it ends or falls silent: at once, but one that never
 * came to run well in between later and later (0.5, 1, 2 … 30 s), so that a broken one does not keep the machine busy.
 */
export async function keepRunning(part: Part, signal: AbortSignal): Promise<void> {
  let misses = 0;
  let answers = 0;
  let asked = Date.now();
  let failures = 0;
  while (!signal.aborted) {
    await sleep(lookEvery, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    if (part.isAlive() && Date.now() - asked > askEvery) {
      const answered = await part.answers();
      misses = answered ? 0 : misses + 1;
      answers = answered ? answers + 1 : 0;
      if (answers >= answersOfWell) failures = 0;
      asked = Date.now();
      if (misses >= missesAllowed && part.isAlive() && !signal.aborted) {
        console.error(`The ${part.name} does not answer: ending it.`);
        await part.kill();
      }
    }
    if (part.isAlive() || signal.aborted) continue;
    failures++;
    const pause = Math.min(250 * 2 ** Math.min(failures - 1, 7), 30_000);
    console.error(`The ${part.name} has ended: starting it again${failures > 1 ? ` in ${Math.round(pause / 1000)} s` : ""}.`);
    await sleep(failures > 1 ? pause : 0, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    await part.start().then(
      () => console.error(`The ${part.name} is back.`),
      report,
    );
    misses = 0;
    answers = 0;
    asked = Date.now();
  }
}
