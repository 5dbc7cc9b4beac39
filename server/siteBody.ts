import type { IncomingMessage } from "node:http";
import { Transform } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";

const patience = 120_000;

/** A body is larger than what may come in. */
export class TooLarge extends Error {}

/** The body as it comes, broken off with TooLarge at the limit; null where there is none. One that says that it is too large is not begun. */
export function bodyFrom(request: IncomingMessage, limit: number): Transform | null | TooLarge {
  if (request.method === "GET" || request.method === "HEAD") return null;
  if (Number(request.headers["content-length"] ?? 0) > limit) return new TooLarge();
  let size = 0;
  const counter = new Transform({
    transform(piece: Buffer, _encoding, done) {
      size += piece.length;
      if (size > limit) done(new TooLarge());
      else done(null, piece);
    },
  });
  counter.on("error", () => {}); // the fetch that reads it tells
  request.on("error", (error) => counter.destroy(error));
  return request.pipe(counter);
}

/** Reads what is left of a body, and forgets it: a browser that is still sending takes an answer for a broken connection. */
export async function drain(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return;
  request.unpipe();
  request.resume();
  const read = new Promise((done) => request.once("end", done).once("close", done));
  await Promise.race([read, sleep(patience, undefined, { ref: false })]);
}
