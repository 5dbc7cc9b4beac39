import { createHash } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { ProblemPages, ProblemStatus } from "./problemPages.ts";
import { pageHeaders } from "./siteHeaders.ts";
import { firstSegment } from "./sitePaths.ts";

/** Answers with a problem page in the reader's language. */
export function answerProblem(
  request: IncomingMessage,
  response: ServerResponse,
  pages: ProblemPages,
  status: ProblemStatus,
  extra: OutgoingHttpHeaders & { status?: number } = {},
): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const page = pages.find(status, firstSegment(request.url ?? "/"));
  const zipped = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  const { status: other, ...headers } = extra;
  answerWith(request, response, other ?? status, zipped ? page.gzip : page.html, {
    ...pageHeaders,
    "content-type": "text/html; charset=utf-8",
    vary: "Accept-Encoding",
    ...(zipped ? { "content-encoding": "gzip" } : {}),
    ...(status === 503 ? { "retry-after": "10" } : {}),
    ...headers,
  });
}

/** Answers with a page of the studio; one that the phone has already is not sent again. */
export function answerPage(request: IncomingMessage, response: ServerResponse, status: number, body: Buffer, headers: OutgoingHttpHeaders): void {
  const all: OutgoingHttpHeaders = { ...headers, ...pageHeaders };
  if (status === 200) {
    all.etag ??= `W/"${createHash("sha1").update(body).digest("base64url")}"`;
    if (request.headers["if-none-match"] === all.etag) {
      response.writeHead(304, all).end();
      return;
    }
  }
  answerWith(request, response, status, body, all);
}

/** Answers JSON that says that the machine is not ready. */
export function answerUnavailable(request: IncomingMessage, response: ServerResponse): void {
  const body = Buffer.from('{"status":"unavailable"}');
  answerWith(request, response, 503, body, { "content-type": "application/json", "cache-control": "no-store", "retry-after": "10" });
}

/** Answers with a body that is whole. */
export function answerWith(request: IncomingMessage, response: ServerResponse, status: number, body: Buffer, headers: OutgoingHttpHeaders): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  // A body that nobody has read to its end would be taken for the next request.
  const { "content-length": length, "transfer-encoding": coding } = request.headers;
  if (!request.complete && (coding !== undefined || Number(length ?? 0) > 0)) response.setHeader("connection", "close");
  response.writeHead(status, { ...headers, "content-length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}
