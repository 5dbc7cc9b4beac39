import { Agent, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { proxyFetch } from "httpxy";
import type { ProblemPages } from "./problemPages.ts";
import { answerPage, answerProblem, answerUnavailable, answerWith } from "./siteAnswer.ts";
import { requestHeaders, responseHeaders } from "./siteHeaders.ts";
import { addressOf } from "./sitePaths.ts";

// The reader has an answer within 5 s, whatever the studio does.
const patience = 4_500;
const patienceForFiles = 60_000;
const largestPage = 5 * 1024 * 1024;

const agent = new Agent({ keepAlive: true, maxSockets: 128, maxFreeSockets: 16 });

type Options = { studioPort: () => number; siteOrigin: string; pages: ProblemPages };

/** Passes one request on to the studio, and answers something in any case. */
export async function passOn(request: IncomingMessage, response: ServerResponse, path: string, options: Options): Promise<void> {
  const toApi = /^\/api(\/|$)/.test(path);
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patience);
  // Whoever leaves does not keep the studio busy.
  response.once("close", () => giveUp.abort());
  const problem = (status: 404 | 503) =>
    toApi && status === 503 ? answerUnavailable(request, response) : answerProblem(request, response, options.pages, status);
  try {
    const host = `http://localhost:${options.studioPort()}`;
    const url = new URL(host + addressOf(request.url ?? "/"));
    const hasBody = request.method !== "GET" && request.method !== "HEAD";
    const answer = await proxyFetch(
      host,
      url,
      {
        method: request.method,
        headers: requestHeaders(request.headers, options.siteOrigin, toApi),
        signal: giveUp.signal,
        ...(hasBody ? { body: Readable.toWeb(request) as ReadableStream } : {}),
      },
      { agent },
    );
    await relay(request, response, url, answer, toApi, problem, timer, giveUp);
  } catch {
    problem(503);
  } finally {
    clearTimeout(timer);
  }
}

async function relay(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  answer: Response,
  toApi: boolean,
  problem: (status: 404 | 503) => void,
  timer: NodeJS.Timeout,
  giveUp: AbortController,
): Promise<void> {
  const type = answer.headers.get("content-type") ?? "";
  const isPage = /^text\/html\b/i.test(type);
  const isJson = /^application\/([\w.]+\+)?json\b/i.test(type);
  // A resident can do nothing with the difference between 500 and 502: come back later.
  if (answer.status >= 500 && !(toApi && isJson)) return discard(answer, () => problem(503));
  if (answer.status === 404 && (isPage || (!toApi && (type === "" || wantsPage(request))))) return discard(answer, () => problem(404));
  const headers = responseHeaders(answer.headers, url);
  const status = answer.status >= 500 ? 503 : answer.status;
  if (isPage) return answerPage(request, response, status, await readAll(answer), headers);
  if (toApi || !answer.body || request.method === "HEAD") return answerWith(request, response, status, await readAll(answer), headers);
  // A file: its size is known and its pieces go out as they come.
  clearTimeout(timer);
  const slow = setTimeout(() => giveUp.abort(), patienceForFiles);
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
