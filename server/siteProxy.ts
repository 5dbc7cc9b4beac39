import { Agent, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { proxyFetch } from "httpxy";
import { clientKey } from "./clientKey.ts";
import type { ProblemPages } from "./problemPages.ts";
import { answerPage, answerProblem, answerUnavailable, answerWith } from "./siteAnswer.ts";
import { bodyFrom, drain, TooLarge } from "./siteBody.ts";
import { requestHeaders, responseHeaders } from "./siteHeaders.ts";
import { addressOf } from "./sitePaths.ts";
import { bodyLimit, doorOf, isUpload, patienceFor, staffHeaders, type Door } from "./staffDoor.ts";

const patienceForFiles = { pages: 60_000, api: 60_000, staff: 120_000 };
const largestPage = 5 * 1024 * 1024;

// Each door its own: whoever sends forms slowly must not take the connections of those who read.
const connections = (maxSockets: number) => new Agent({ keepAlive: true, maxSockets, maxFreeSockets: 16 });
const agents = { pages: connections(128), api: connections(32), staff: connections(64), upload: connections(16) };

export type Options = { studioPort: () => number; siteOrigin: string; adminOrigin?: string | undefined; trustProxy?: boolean; pages: ProblemPages };
type ProblemOfStudio = 404 | 413 | 503;
type Problem = (status: ProblemOfStudio) => void;

/** Passes one request on to the studio, and answers something in any case. */
export async function passOn(request: IncomingMessage, response: ServerResponse, path: string, options: Options): Promise<void> {
  const door = doorOf(path);
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patienceFor(path));
  // Whoever leaves does not keep the studio busy.
  response.once("close", () => giveUp.abort());
  const problem: Problem = (status) => {
    if (door === "api" && status === 503) answerUnavailable(request, response);
    else answerProblem(request, response, options.pages, status, door === "staff" ? { "cache-control": "no-store" } : {});
  };
  const body = bodyFrom(request, bodyLimit(path));
  if (body instanceof TooLarge) {
    clearTimeout(timer);
    await drain(request);
    return problem(413);
  }
  try {
    const studio = `http://localhost:${options.studioPort()}`;
    const url = new URL(studio + addressOf(request.url ?? "/"));
    const headers = requestHeaders(request.headers, (door === "staff" && options.adminOrigin) || options.siteOrigin, door);
    if (door === "staff" || (door === "api" && request.method === "POST")) headers["x-client-key"] = clientKey(request, options.trustProxy ?? false);
    // A length without its body, and the studio would take the next request on the same connection for it.
    if (!body) delete headers["content-length"];
    const host = headers["x-forwarded-host"] ?? "";
    const answer = await proxyFetch(
      studio,
      url,
      { method: request.method, headers, signal: giveUp.signal, ...(body ? { body: Readable.toWeb(body) as ReadableStream } : {}) },
      { agent: agents[isUpload(path) ? "upload" : door] },
    );
    if (body && door === "staff") await drain(request);
    const relayed = { request, response, path, url, host, door, problem, giveUp };
    if (door !== "staff" || !isMissingPage(request, answer, door)) return await relay({ ...relayed, answer, status: answer.status }, timer);
    // What Next says itself is in no language of ours, and empty where scripts are off.
    await answer.body?.cancel();
    const { "content-type": _, "content-length": __, ...reader } = headers;
    const page = await proxyFetch(studio, new URL(`${studio}/admin/not-there`), { headers: reader, signal: giveUp.signal }, { agent: agents.staff });
    await relay({ ...relayed, answer: page, status: page.status === 200 ? 404 : page.status === 307 ? 303 : page.status }, timer);
  } catch {
    const tooLarge = body?.errored instanceof TooLarge;
    if (tooLarge) await drain(request);
    problem(tooLarge ? 413 : 503);
  } finally {
    clearTimeout(timer);
  }
}

type Relayed = {
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
  url: URL;
  host: string;
  answer: Response;
  status: number;
  door: Door;
  problem: Problem;
  giveUp: AbortController;
};

const typeOf = (answer: Response) => answer.headers.get("content-type") ?? "";
const isPageOf = (answer: Response) => /^text\/html\b/i.test(typeOf(answer));
const isMissingPage = (request: IncomingMessage, answer: Response, door: Door) => answer.status === 404 && (isPageOf(answer) || (door !== "api" && (typeOf(answer) === "" || wantsPage(request))));

async function relay({ request, response, path, url, host, answer, status, door, problem, giveUp }: Relayed, timer: NodeJS.Timeout): Promise<void> {
  const isPage = isPageOf(answer);
  const isJson = /^application\/([\w.]+\+)?json\b/i.test(typeOf(answer));
  // A resident can do nothing with the difference between 500 and 502: come back later.
  if (answer.status >= 500 && !(door === "api" && isJson)) return discard(answer, () => problem(503));
  if (isMissingPage(request, answer, door)) return discard(answer, () => problem(404));
  const headers = { ...(door === "staff" ? staffHeaders(path) : {}), ...responseHeaders(answer.headers, { url, host, door }) };
  if (isPage && door !== "staff") return answerPage(request, response, status, await readAll(answer), headers);
  if (isPage || door === "api" || !answer.body || request.method === "HEAD") return answerWith(request, response, status >= 500 ? 503 : status, await readAll(answer), headers);
  // A file: its size is known and its pieces go out as they come.
  clearTimeout(timer);
  const slow = setTimeout(() => giveUp.abort(), patienceForFiles[door]);
  response.writeHead(status, headers);
  await pipeline(bodyOf(answer), response)
    .catch(() => response.destroy())
    .finally(() => clearTimeout(slow));
}

function wantsPage(request: IncomingMessage): boolean {
  return request.headers["sec-fetch-mode"] === "navigate" || /\btext\/html\b/.test(request.headers.accept ?? "");
}

async function discard(answer: Response, then: () => void): Promise<void> {
  await answer.body?.cancel().catch(() => {});
  then();
}

// The same streams under two names: the DOM's types, which fetch has, and Node's.
function bodyOf(answer: Response): Readable {
  return answer.body ? Readable.fromWeb(answer.body as NodeStream) : Readable.from([]);
}

/** Reads to the end, so that a body that breaks off is noticed before the reader has half of it. */
async function readAll(answer: Response): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of bodyOf(answer)) {
    size += piece.length;
    if (size > largestPage) throw new Error("page too large");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
