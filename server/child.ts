import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { Failure } from "./failure.ts";

type Run = {
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
  /** Called with each line of output as it comes. */
  onLine?: (line: string) => void;
};

export type Ended = { ok: boolean; lines: string[] };

/** Runs `node …` to its end and keeps the last lines of what it printed. */
export function runNode(args: string[], { env = process.env, signal, onLine }: Run = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    const lines: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on("line", (colored) => {
        const line = stripVTControlCharacters(colored);
        lines.push(line);
        if (lines.length > 200) lines.shift();
        onLine?.(line);
      });
    const stop = () => child.kill("SIGTERM");
    signal?.addEventListener("abort", stop, { once: true });
    child.on("error", reject);
    child.on("close", (code) => {
      signal?.removeEventListener("abort", stop);
      resolve({ ok: code === 0, lines });
    });
  });
}

/** As a failure: what was attempted, and the end of what the child said about it. */
export function failedChild(what: string, { lines }: Ended): Failure {
  if (lines.some((line) => /ENOSPC|no space left on device/i.test(line)))
    return new Failure(`${what}: the disk is full. Make room and start again.`);
  const tail = lines.filter((line) => line.trim() !== "").slice(-25);
  return new Failure([`${what}. The end of its output:`, ...tail.map((line) => `  ${line}`)].join("\n"));
}
