// The site in front of a studio that misbehaves: real sockets on both sides.
import { once } from "node:events";
import { createServer, request, type IncomingMessage, type Server } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProblemStatus } from "./problemPages.ts";
import { closeSite, createSite } from "./siteServer.ts";

let renewals = 0;
const pages = {
  renew: () => void renewals++,
  find: (status: ProblemStatus, segment: string) => {
    const html = Buffer.from(`<html>problem ${["en", "es"].includes(segment) ? segment : "both"} ${status}</html>`);
    return { html, gzip: gzipSync(html) };
  },
};

const html = { "content-type": "text/html; charset=utf-8" };
const json = { "content-type": "application/json" };

// What the studio does at each address.
const studio = createServer((asked, answer) => {
  const path = (asked.url ?? "").replace(/^\/(en|es|admin(?=\/status))/, "").split("?")[0] ?? "";
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
  if (path === "/admin/seen")
    return void answer.writeHead(200, { ...html, etag: "x", "set-cookie": ["a=b", "c=d"], "content-security-policy": "script-src 'nonce-x'" }).end(JSON.stringify(asked.headers));
  if (path === "/admin/plain") return void answer.writeHead(200, { "content-type": "text/csv" }).end("a,b");
  if (path === "/admin/form" || path === "/admin/imports/upload") {
    let size = 0;
    asked.on("data", (piece: Buffer) => (size += piece.length));
    return void asked.on("end", () => answer.writeHead(303, { location: `/admin?size=${size}` }).end());
  }
  if (path === "/admin/not-there") return void (/a=b/.test(asked.headers.cookie ?? "") ? answer.writeHead(200, html).end("nothing here") : answer.writeHead(307, { location: "/admin/sign-in" }).end());
  if (path === "/admin/early") return void answer.writeHead(303, { location: "/admin/sign-in" }).end();
  if (path === "/api/seen") return void answer.writeHead(200, json).end(JSON.stringify(asked.headers));
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

describe("the staff area", () => {
  const here = { origin: "http://guide.example", host: "guide.example" };

  it("gets its cookies, and keeps its own policy; nothing of it is kept anywhere", async () => {
    const { status, headers, body } = await ask("/admin/seen", { headers: { cookie: "a=b", "x-client-key": "mine", "x-middleware-subrequest": "x" } });
    const seen: Record<string, string> = JSON.parse(body);
    expect([status, seen.cookie, seen["x-middleware-subrequest"]]).toEqual([200, "a=b", undefined]);
    expect(seen["x-client-key"]).toMatch(/^[\w-]{43}$/);
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "content-security-policy": "script-src 'nonce-x'",
      "referrer-policy": "same-origin",
      "x-frame-options": "DENY",
      "x-robots-tag": "noindex, nofollow",
      "set-cookie": ["a=b", "c=d"],
    });
    expect(headers).not.toHaveProperty("etag");
  });

  it("lets a download do nothing but be downloaded", async () => {
    expect((await ask("/admin/plain")).headers["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
  });

  it("takes forms from its own pages only", async () => {
    const sent = { method: "POST", body: "a=b" };
    expect(await ask("/admin/form", { ...sent, headers: here })).toMatchObject({ status: 303, headers: { location: "/admin?size=3" } });
    for (const headers of [{ host: "guide.example" }, { ...here, origin: "null" }, { ...here, origin: "http://evil.example" }])
      expect((await ask("/admin/form", { ...sent, headers })).status).toBe(403);
    expect((await ask("/admin/form", { method: "PUT", headers: here })).headers.allow).toBe("GET, HEAD, POST");
    expect(renewals).toBe(1); // of the problem pages, by the one form that came through
  });

  it("refuses what is too large with a page, also where it hides its size", async () => {
    const large = "x".repeat(3 * 1024 * 1024);
    const sizes: Record<string, string>[] = [{ "content-length": String(large.length) }, { "transfer-encoding": "chunked" }];
    for (const size of sizes) {
      const { status, body, headers } = await ask("/admin/form", { method: "POST", headers: { ...here, ...size }, body: large });
      expect([status, body, headers["cache-control"]]).toEqual([413, "<html>problem both 413</html>", "no-store"]);
    }
    expect((await ask("/admin/imports/upload", { method: "POST", headers: here, body: large })).headers.location).toBe(`/admin?size=${large.length}`);
    expect((await ask("/admin/imports/upload", { method: "POST", headers: { ...here, "content-length": String(64 * 1024 * 1024 + 1) }, body: "x".repeat(64 * 1024 * 1024 + 1) })).status).toBe(413);
  });

  it("answers a browser that is still sending", async () => {
    expect((await ask("/admin/early", { method: "POST", headers: here, body: "x".repeat(2_000_000) })).headers.location).toBe("/admin/sign-in");
  });

  it("has an honest page when it is away", async () => {
    const { status, body, headers } = await ask("/admin/status/500");
    expect([status, body, headers["cache-control"], headers["retry-after"]]).toEqual([503, "<html>problem both 503</html>", "no-store", "10"]);
  });

  it("has its own page for what is not there, for those who are signed in", async () => {
    const cookie = { cookie: "a=b" };
    const { status, body, headers } = await ask("/admin/status/404", { headers: cookie });
    expect([status, body, headers["cache-control"]]).toEqual([404, "nothing here", "no-store"]);
    expect(await ask("/admin/status/404", { method: "HEAD", headers: cookie })).toMatchObject({ status: 404, body: "" });
    expect(await ask("/admin/status/404", { method: "POST", headers: { ...here, ...cookie, "content-type": "text/plain" }, body: "x" })).toMatchObject({ status: 404, body: "nothing here" });
    expect(await ask("/admin/status/404")).toMatchObject({ status: 303, headers: { location: "/admin/sign-in" } });
  });

  it("is nowhere but on its own host, where it has one", async () => {
    const there = createSite({ studioPort: () => studioPort, siteOrigin: "http://guide.example", adminOrigin: "https://staff.example", pages });
    const was = port;
    port = await listen(there);
    const answers = await Promise.all(["guide.example", "staff.example"].flatMap((host) => ["/admin/plain", "/en/status/200?a=b", "/"].map((path) => ask(path, { headers: { host } }))));
    const proto: Record<string, string> = JSON.parse((await ask("/admin/seen", { headers: { host: "staff.example" } })).body);
    const form = async (origin: string) => (await ask("/admin/form", { method: "POST", headers: { host: "staff.example", origin }, body: "a=b" })).status;
    expect([await form("https://staff.example"), await form("http://staff.example")]).toEqual([303, 403]);
    port = was;
    await closeSite(there);
    expect(answers.map(({ status }) => status)).toEqual([404, 200, 200, 200, 307, 307]);
    expect(answers.at(-2)?.headers.location).toBe("http://guide.example/en/status/200?a=b"); // a link to what residents see
    expect(answers.at(-1)?.headers.location).toBe("/admin");
    expect(proto["x-forwarded-proto"]).toBe("https");
  });

  it("keeps nobody waiting who reads, however many send slowly", async () => {
    const slow = await Promise.all(
      Array.from({ length: 140 }, () =>
        new Promise<Socket>((done) => {
          const socket: Socket = connect(port, "localhost", () => socket.write("POST /admin/form HTTP/1.1\r\nHost: guide.example\r\nOrigin: http://guide.example\r\nContent-Length: 9\r\n\r\na=", () => done(socket)));
        }),
      ),
    );
    expect((await ask("/en/status/200")).status).toBe(200);
    expect((await ask("/api/status/200")).status).toBe(200);
    slow.forEach((socket) => socket.destroy());
  });

  it("machine routes count tries by a key, for those who send something", async () => {
    const seen = async (method: string): Promise<Record<string, string>> => JSON.parse((await ask("/api/seen", { method, headers: { cookie: "a=b" } })).body);
    expect(await seen("GET")).not.toHaveProperty("x-client-key");
    expect((await seen("POST"))["x-client-key"]).toMatch(/^[\w-]{43}$/);
    expect(await seen("POST")).not.toHaveProperty("cookie");
  });
});

describe("a request that names a body and has none", () => {
  it.each(["GET /api/status/200", "HEAD /api/status/200", "GET /admin/plain", "GET /en/status/200"])("%s: the next reader's request is not taken for it", async (line) => {
    // As long as the head of the next request, whose body would then be a request of its own, with any header.
    for (const length of [1, 40, 285, 100_000]) {
      const socket = connect(port, "localhost", () => socket.write(`${line} HTTP/1.1\r\nHost: guide.example\r\nContent-Length: ${length}\r\n\r\n`));
      await once(socket, "data");
      expect(await ask("/en/status/200")).toMatchObject({ status: 200, body: "studio says 200" });
      socket.destroy();
    }
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
