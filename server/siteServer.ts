import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { ProblemPages } from "./problemPages.ts";
import { answerProblem, answerWith } from "./siteAnswer.ts";
import { pageHeaders, safetyHeaders } from "./siteHeaders.ts";
import { addressOf, judgeTarget, pathOf } from "./sitePaths.ts";
import { passOn, type Options } from "./siteProxy.ts";
import { doorOf, judgeHost, staffHeaders } from "./staffDoor.ts";
import { isOwnOrigin } from "../lib/isOwnOrigin.ts";

/** The server in front: it answers every request, and writes none of them down. */
export function createSite(options: Options): Server {
  const { pages, siteOrigin, adminOrigin } = options;
  const server = createServer(
    { requireHostHeader: false, maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 125_000, keepAliveTimeout: 65_000, connectionsCheckingInterval: 5_000 },
    (request, response) =>
      void answer(request, response).catch((error: unknown) => {
        // A fault in one answer must not end the site for everybody.
        console.error(error);
        response.destroy();
      }),
  );
  const busy = new WeakSet<Duplex>();
  server.on("clientError", (error, socket) => {
    // In the middle of an answer a second one would end up inside the first.
    if (busy.has(socket)) socket.destroy();
    else answerUnreadable(error, socket, pages, siteOrigin);
  });
  // Asked whether it may send its body, a client is told the answer at once.
  server.on("checkExpectation", (request, response) => answerProblem(request, response, pages, 400));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const set = (headers: OutgoingHttpHeaders) => Object.entries(headers).forEach(([name, value]) => value !== undefined && response.setHeader(name, value));
    set(safetyHeaders(siteOrigin));
    response.on("error", () => {}); // the reader has left
    busy.add(request.socket);
    response.once("close", () => busy.delete(request.socket));
    const target = request.url ?? "/";
    const verdict = judgeTarget(target);
    if (verdict === "bad") return answerProblem(request, response, pages, 400);
    if (verdict === "hidden") return answerProblem(request, response, pages, 404);
    const path = pathOf(target);
    const host = judgeHost(request.headers.host, path, adminOrigin);
    if (host === "missing") return answerProblem(request, response, pages, 404);
    if (host === "toStaff") return answerWith(request, response, 307, Buffer.alloc(0), { location: "/admin", "cache-control": "no-store" });
    if (host === "toSite") return answerWith(request, response, 307, Buffer.alloc(0), { location: siteOrigin + addressOf(target), "cache-control": "no-store" });
    const door = doorOf(path);
    if (door === "staff") set(staffHeaders(path));
    const allowed = door === "pages" ? ["GET", "HEAD"] : ["GET", "HEAD", "POST"];
    if (!allowed.includes(request.method ?? ""))
      return answerProblem(request, response, pages, 400, { status: 405, allow: allowed.join(", ") });
    // Server Actions look too, but not where Origin is missing.
    if (door === "staff" && request.method === "POST" && !isOwnOrigin(request.headers.origin, request.headers.host, adminOrigin ?? siteOrigin)) return answerProblem(request, response, pages, 400, { status: 403, "cache-control": "no-store" });
    await passOn(request, response, path, options);
    if (door === "staff" && request.method === "POST") pages.renew();
  }
  return server;
}

/** A request that Node itself cannot read (HTTP that is none, headers without end) gets a page too. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex, pages: ProblemPages, siteOrigin: string): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const status = error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? "408 Request Timeout" : "400 Bad Request";
  const { html } = pages.find(400, "");
  const headers = { ...safetyHeaders(siteOrigin), ...pageHeaders, "content-type": "text/html; charset=utf-8", "content-length": html.length, connection: "close" };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
  // Somebody who goes on sending would hold the connection open.
  setTimeout(() => socket.destroy(), 1_000).unref();
  socket.end(Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${head.join("\r\n")}\r\n\r\n`), html]));
}

/** Finishes what is in flight, for 5 s at most. */
export function closeSite(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const hurry = setTimeout(() => server.closeAllConnections(), 5_000);
    server.close(() => {
      clearTimeout(hurry);
      resolve();
    });
    server.closeIdleConnections();
  });
}

