import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepRunning, type Part } from "./part.ts";

// Fake clocks do not reach it.
vi.mock("node:timers/promises", () => ({ setTimeout: (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds)) }));

const second = 1_000;
/** How a start goes, and how long the part then lives. */
let next: { startsIn: number; starts: boolean; lives: number; answers: boolean };
let diesAt: number;
/** How long passed from each end, or failed start, to the next start, in seconds. */
let pauses: number[];
let endedAt: number;

const part: Part = {
  name: "studio",
  async start() {
    pauses.push((Date.now() - endedAt) / second);
    await new Promise((done) => setTimeout(done, next.startsIn));
    diesAt = next.starts ? Date.now() + next.lives : 0;
    endedAt = next.starts ? diesAt : Date.now();
    if (!next.starts) throw new Error("It did not start.");
  },
  isAlive: () => Date.now() < diesAt,
  answers: () => Promise.resolve(next.answers),
  kill: () => Promise.resolve(void (diesAt = endedAt = Date.now())),
  stop: () => Promise.resolve(),
};

/** What the pauses are while this goes on. */
async function pausesIn(minutes: number, what: Partial<typeof next>): Promise<number[]> {
  next = { startsIn: second, starts: true, lives: 3600 * second, answers: true, ...what };
  pauses = [];
  await vi.advanceTimersByTimeAsync(minutes * 60 * second);
  return pauses;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockImplementation(() => {});
  diesAt = 0;
  endedAt = Date.now();
  void keepRunning(part, new AbortController().signal);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("brings a part back at once, however often it ends, where it ran well each time", async () => {
  const found = await pausesIn(10, { lives: 6 * second });
  expect(found.length).toBeGreaterThan(75);
  expect(Math.max(...found)).toBeLessThan(1);
});

it.each<[string, Partial<typeof next>]>([
  ["ends at once", { lives: 0 }],
  ["ends soon", { lives: 3 * second }],
  ["never starts", { starts: false }],
  ["hangs while it starts", { starts: false, startsIn: 60 * second }],
  ["starts and falls silent", { answers: false }],
])("waits longer and longer where it %s", async (_, what) => {
  const found = await pausesIn(20, what);
  expect(found.slice(0, 4).map(Math.floor)).toEqual([0, 0, 1, 2]);
  expect(found.slice(8).every((pause) => pause >= 30 && pause < 31)).toBe(true);
  expect(found.length).toBeGreaterThan(10);
});

it("begins with the shortest wait again once the part has run well", async () => {
  expect((await pausesIn(5, { lives: 0 })).at(-1)).toBeGreaterThanOrEqual(30);
  await pausesIn(1, {});
  diesAt = endedAt = Date.now();
  expect((await pausesIn(0.2, { lives: 0 })).slice(0, 4).map(Math.floor)).toEqual([0, 0, 1, 2]);
});
