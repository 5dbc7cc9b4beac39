import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { holderOf, startedAt, takeLock } from "./lock.mjs";

let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "guide-lock-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const lockFile = () => join(folder, "lock.json");
const hold = (pid: number, started: string | null) => writeFileSync(lockFile(), JSON.stringify({ pid, started }));

describe("takeLock", () => {
  it("holds the folder for this process until it is released", () => {
    const taken = takeLock(folder);
    expect(holderOf(lockFile())).toBe(process.pid);
    if ("release" in taken) taken.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("names the process that holds it", () => {
    hold(process.ppid, startedAt(process.ppid));
    expect(takeLock(folder)).toEqual({ heldBy: process.ppid });
  });

  it("takes it from a process that is gone", () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    hold(pid, "some time ago");
    expect(takeLock(folder)).toHaveProperty("release");
  });

  it("takes it when the number belongs to another process by now", () => {
    hold(process.ppid, "before the last boot");
    expect(takeLock(folder)).toHaveProperty("release");
  });

  it.each(["", "{", "null", "[]", '{"pid":"1"}'])("takes it when the file says %j", (text) => {
    writeFileSync(lockFile(), text);
    expect(takeLock(folder)).toHaveProperty("release");
    expect(JSON.parse(readFileSync(lockFile(), "utf8"))).toMatchObject({ pid: process.pid });
  });
});

it("knows when a process began, and that one that ended has not", () => {
  expect(startedAt(process.pid)).toBe(startedAt(process.pid));
  expect(startedAt(spawnSync(process.execPath, ["--version"]).pid)).toBeNull();
});
