// The site in front of a studio that misbehaves: real sockets on both sides.
import { createServer, request, type IncomingMessage, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProblemStatus } from "./problemPages.ts";
import { closeSite, createSite } from "./siteServer.ts";

const pages = {
  find: (status: ProblemStatus, segment: string) => {
    const html = Buffer.from(`<html>problem ${["en", "es"].includes(segment) ? segment : "both"} ${status}</html>`);
    return { html, gzip: gzipSync(html) };
  },
};

const html = { "content-type": "text/html; charset=utf-8" };
const json = { "content-type": "application/json" };

// What the studio does at each address.
const studio = createServer((asked, answer) => {
  const path = (asked.url ?? "").replace(/^\/(en|es)/, "").split("?")[0] ?? "";
  const status = Number(/^\/(?:api\/)?status\/(\d+)/.exec(path)?.[1] ?? 200);
  if (path.endsWith("/hang")) return;
  if (path === "/die") return void asked.socket.destroy();
  if (path === "/half") return void answer.writeHead(200, html).write("<html><p>half");
  if (path === "/half-die") {
    answer.writeHead(200, { ...html, "content-length": 1000 }).write("<html>");
    return void setTimeout(() => asked.socket.destroy(), 20);
  }
  if (path === "/seen") return void answer.writeHead(200, { ...html, "set-cookie": "a=b", "x-powered-by": "Next.js" }).end(JSON.stringify(asked.headers));
  if (path === "/away") return void answer.writeHead(307, { location: `http://${asked.headers.host}/es` }).end();
  if (path === "/file.css") return void answer.writeHead(200, { "content-type": "text/css", "cache-control": "public, max-age=31536000, immutable" }).end("a{}");
  if (path === "/api/echo") return void asked.pipe(answer.writeHead(200, json));
  if (asked.url?.startsWith("/api/")) return void answer.writeHead(status, json).end(`{"status":${status}}`);
  answer.writeHead(status, status === 204 ? {} : html).end(status === 204 ? undefined : `studio says ${status}`);
});

let studioPort = 0;
let site: Server;
let port = 0;
const listen = (server: Server) => new Promise<number>((done) => server.listen(0, "localhost", () => done((server.address() as AddressInfo).port)));

beforeAll(async () => {
  studioPort = await listen(studio);
  site = createSite({ studioPort: () => studioPort, siteOrigin: "http://guide.example", pages });
  port = await listen(site);
});
afterAll(async () => {
  studio.closeAllConnections();
  studio.close();
  await closeSite(site);
});

type Answer = { status: number | undefined; headers: IncomingMessage["headers"]; body: string };

function ask(path: string, { method = "GET", headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: "localhost", path, method, headers, agent: false }, (answer) => {
      text(answer).then((body) => resolve({ status: answer.statusCode, headers: answer.headers, body }), reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

function raw(bytes: string): Promise<string> {
  const socket = connect(port, "localhost", () => socket.write(bytes));
  return text(socket);
}

describe("pages", () => {
  it("come through whole, with the headers of a page", async () => {
    const { status, body, headers } = await ask("/en/status/200");
    expect([status, body]).toEqual([200, "studio says 200"]);
    expect(headers).toMatchObject({ "cache-control": "private, no-cache", "x-content-type-options": "nosniff", "content-length": "15" });
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
  });

  it("are not sent twice to a phone that has them", async () => {
    const { headers } = await ask("/en/status/200");
    const again = await ask("/en/status/200", { headers: { "if-none-match": headers.etag ?? "" } });
    expect([again.status, again.body]).toEqual([304, ""]);
  });

  it("tell the studio nothing about the reader, and the reader nothing about the studio", async () => {
    const { body, headers } = await ask("/en/seen", { headers: { cookie: "a=b", "user-agent": "a phone", rsc: "1", "x-middleware-subrequest": "x" } });
    expect(body).not.toMatch(/cookie|phone|rsc|middleware/);
    expect(headers).not.toHaveProperty("set-cookie");
    expect(headers).not.toHaveProperty("x-powered-by");
  });

  it("redirect without naming a host", async () => {
    expect((await ask("/en/away")).headers.location).toBe("/es");
  });

  it("answer HEAD without a body", async () => {
    const { status, body } = await ask("/es/status/404", { method: "HEAD" });
    expect([status, body]).toEqual([404, ""]);
  });
});

describe("problems", () => {
  it.each([
    ["/es/status/404", 404, "es 404"],
    ["/en/status/500", 503, "en 503"],
    ["/es/status/502", 503, "es 503"],
    ["/status/404", 404, "both 404"],
    ["/es/die", 503, "es 503"],
    ["/es/half-die", 503, "es 503"],
    ["/es/%", 400, "es 400"],
    ["/es/x/%25", 400, "es 400"],
    ["/problem/es/503", 404, "both 404"],
    ["/_next/image?url=x", 404, "both 404"],
  ])("%s is answered with %i", async (path, status, page) => {
    const answer = await ask(path);
    expect([answer.status, answer.body]).toEqual([status, `<html>problem ${page}</html>`]);
    expect(answer.headers["retry-after"]).toBe(status === 503 ? "10" : undefined);
  });

  it("an endless address is answered with 400", async () => {
    expect(await ask(`/en/${"x".repeat(9000)}`)).toMatchObject({ status: 400, body: "<html>problem en 400</html>" });
  });

  it("are answered within 5 s where the studio says nothing, or half of it", async () => {
    const began = Date.now();
    const answers = await Promise.all([ask("/es/hang"), ask("/es/half"), ask("/api/hang")]);
    expect(answers.map(({ status, body }) => `${status} ${body}`)).toEqual([
      "503 <html>problem es 503</html>",
      "503 <html>problem es 503</html>",
      '503 {"status":"unavailable"}',
    ]);
    expect(Date.now() - began).toBeLessThan(5000);
  }, 6000);

  it("come compressed where that is understood", async () => {
    const answer = await new Promise<Buffer>((resolve) =>
      request({ port, path: "/es/%", headers: { "accept-encoding": "gzip" } }, async (got) => resolve(Buffer.concat(await got.toArray()))).end(),
    );
    expect(gunzipSync(answer).toString()).toContain("es 400");
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])("%s is not for pages", async (method) => {
    const { status, headers, body } = await ask("/es", { method });
    expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
    expect(body).toContain("es 400");
  });

  it("are readable even where the request is not HTTP", async () => {
    for (const nonsense of ["nonsense\r\n\r\n", `GET / HTTP/1.1\r\nHost: x\r\nX: ${"x".repeat(20_000)}\r\n\r\n`]) {
      const answer = await raw(nonsense);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain("problem both 400");
    }
  });

  it("are answered when nothing listens where the studio was", async () => {
    const was = studioPort;
    studioPort = 1;
    expect((await ask("/es")).body).toContain("es 503");
    const machine = await ask("/api/health");
    expect([machine.status, machine.body]).toEqual([503, '{"status":"unavailable"}']);
    studioPort = was;
  });
});

describe("machine routes and files", () => {
  it("keep their own answers", async () => {
    expect((await ask("/api/status/404")).body).toBe('{"status":404}');
    expect(await ask("/api/status/500")).toMatchObject({ status: 503, body: '{"status":500}' });
    expect(await ask("/api/echo", { method: "POST", body: '{"a":1}' })).toMatchObject({ status: 200, body: '{"a":1}' });
  });

  it("keep how long a file may be kept", async () => {
    const { headers, body } = await ask("/file.css");
    expect([headers["cache-control"], body]).toEqual(["public, max-age=31536000, immutable", "a{}"]);
  });
});
