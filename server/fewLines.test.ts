import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fewLines } from "./fewLines.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("passes on so many lines a minute, cut where they are endless, and says how many it left out", () => {
  const said: string[] = [];
  const say = fewLines((line) => said.push(line), 3);
  say(`\u001b[2J${"x".repeat(100_000)}`);
  vi.advanceTimersByTime(59_000);
  for (let line = 0; line < 500; line++) say(`line ${line}`);
  expect(said).toEqual([` [2J${"x".repeat(996)}`, "line 0", "line 1"]);
  vi.advanceTimersByTime(1_000);
  expect(said.at(-1)).toBe("498 more lines within a minute are left out.");
  say("later");
  vi.advanceTimersByTime(60_000);
  expect(said.slice(4)).toEqual(["later"]);
});
