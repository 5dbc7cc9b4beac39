import { spawn, type ChildProcess } from "node:child_process";
import { get } from "node:http";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "./failure.ts";
import { fewLines } from "./fewLines.ts";
import type { Part } from "./part.ts";

type Spec = {
  name: string;
  /** Arguments of node and environment; asked anew at each start. */
  command: () => Promise<{ args: string[]; env: NodeJS.ProcessEnv; probe: string }>;
  /** After a start that worked. */
  started?: (child: ChildProcess) => void;
};

/** A Node process that answers HTTP, as a part. */
export function processPart({ name, command, started }: Spec): Part & { send: (message: object) => void } {
  let child: ChildProcess | undefined;
  let probe = "";
  const isAlive = () => child !== undefined && child.exitCode === null && child.signalCode === null;
  const kill = async () => {
    child?.kill("SIGKILL");
    await ended(child, 5_000);
  };
  return {
    name,
    isAlive,
    kill,
    async start() {
      const next = await command();
      probe = next.probe;
      // Detached: Ctrl-C at the terminal reaches the supervisor alone, which stops in order. The
      // channel tells the child when the supervisor is gone (orphan.ts).
      child = spawn(process.execPath, next.args, { env: next.env, detached: true, stdio: ["ignore", "pipe", "pipe", "ipc"] });
      child.on("error", () => {});
      const complaints = listen(child, name);
      for (const until = Date.now() + 60_000; !(await answersHttp(probe, 1_000)); await sleep(50)) {
        if (isAlive() && Date.now() < until) continue;
        await kill();
        throw new Failure(`The ${name} did not start: ${complaints.held.at(-1) ?? "it ended without a word."}`);
      }
      complaints.release();
      started?.(child);
    },
    answers: () => answersHttp(probe, 3_000),
    async stop() {
      if (!isAlive()) return;
      child?.kill("SIGTERM");
      child?.kill("SIGCONT");
      if (!(await ended(child, 8_000))) await kill();
    },
    send: (message) => isAlive() && child?.connected && child.send(message),
  };
}

/**
 * Passes on what a process complains about, with its name before it; its chatter is dropped.
 * While it starts the lines are held back: if it fails, one sentence says why.
 */
function listen(child: ChildProcess, name: string): { held: string[]; release: () => void } {
  const held: string[] = [];
  let started = false;
  const say = fewLines((line) => console.error(`${name}: ${line}`));
  child.stdout?.resume();
  if (child.stderr) createInterface({ input: child.stderr }).on("line", (line) => (started ? say(line) : held.push(line)));
  return {
    held,
    release: () => {
      started = true;
      held.splice(0).forEach(say);
    },
  };
}

/** Any answer will do: a process that says 500 is alive. */
function answersHttp(url: string, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: milliseconds, signal: AbortSignal.timeout(milliseconds) }, (response) => {
      response.on("error", () => {}).resume();
      resolve(true);
    });
    request.on("error", () => resolve(false));
  });
}

async function ended(child: ChildProcess | undefined, milliseconds: number): Promise<boolean> {
  if (!child) return true;
  for (const until = Date.now() + milliseconds; Date.now() < until; await sleep(20))
    if (child.exitCode !== null || child.signalCode !== null) return true;
  return false;
}
