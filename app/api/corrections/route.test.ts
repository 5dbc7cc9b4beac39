import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { limits } from "../limits";
import { POST } from "./route";
import { db } from "@/data/db";

const [listing] = await db.organization.findMany({ orderBy: { slug: "asc" }, take: 1, select: { id: true, slug: true } });
const { id, slug } = listing!;
const good = { slug, locale: "es", kind: "wrongAddress", note: "" };
const kept = () => db.correction.findMany({ where: { organizationId: id }, orderBy: { receivedAt: "asc" }, select: { kind: true, note: true, locale: true } });

type Body = Record<string, string> | string | FormData | Uint8Array<ArrayBuffer>;
function send(body: Body, headers: Record<string, string> = {}) {
  const isForm = body instanceof FormData;
  const plain = typeof body === "string" || body instanceof Uint8Array || isForm ? body : new URLSearchParams(body).toString();
  return POST(new Request("http://site.example/api/corrections", { method: "POST", body: plain, headers: { host: "site.example", ...(isForm ? {} : { "content-type": "application/x-www-form-urlencoded" }), ...headers } }));
}
async function refused(answer: Promise<Response>) {
  const response = await answer;
  expect(response.status).toBe(400);
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(response.headers.get("set-cookie")).toBeNull();
  return response.text();
}

beforeEach(async () => {
  await db.correction.deleteMany();
  for (const key of ["local", "a", "b"]) await limits.reports.delete(key);
  await limits.reportsOnListing.delete(slug);
});

describe("a report", () => {
  it("leads to a page that says thanks, and is kept", async () => {
    const response = await send({ ...good, note: " Se mudó.\r\nAhora en la 6.ª " });
    expect([response.status, response.headers.get("location"), response.headers.get("set-cookie")]).toEqual([303, `/es/buscar-ayuda/${slug}/gracias`, null]);
    expect(await kept()).toEqual([{ kind: "wrongAddress", note: "Se mudó.\nAhora en la 6.ª", locale: "es" }]);
  });

  it("may come as multipart, with 300 characters of any writing", async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...good, note: "漢".repeat(300) })) form.set(name, value);
    expect((await send(form)).status).toBe(303);
    expect((await send({ ...good, note: "漢".repeat(300) })).status).toBe(303);
    expect((await kept()).map(({ note }) => note?.length)).toEqual([300]);
  });

  it("about a listing that is not there is answered as such, in the reader's language", async () => {
    const response = await send({ ...good, slug: "no-such-listing" });
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('lang="es"')]);
  });

  it("is logged nowhere", async () => {
    const spies = (["log", "info", "warn", "error", "debug"] as const).map((level) => vi.spyOn(console, level));
    const before = await db.auditEntry.count();
    await send({ ...good, note: "words" });
    await send({ ...good, kind: "nothing" });
    for (const spy of spies) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
    expect(await db.auditEntry.count()).toBe(before);
  });
});

describe("what is no such form", () => {
  it.each<[string, Body, Record<string, string>?]>([
    ["nothing", ""], ["no kind", { slug, locale: "es" }], ["another kind", { ...good, kind: "constructor" }], ["another language", { ...good, locale: "fr" }], ["a field too many", { ...good, email: "me@example.org" }],
    ["a field twice", `${new URLSearchParams(good).toString()}&kind=other`], ["a list", `slug[]=${slug}&locale=es&kind=other`], ["a prototype", { ...good, __proto__x: "1" }], ["NUL", { ...good, note: "a\u0000b" }],
    ["too many words", { ...good, note: "x".repeat(301) }], ["too many bytes", { ...good, note: "x".repeat(5000) }], ["a megabyte", "slug=".padEnd(1_048_576, "a")], ["a slug that is a path", { ...good, slug: "../admin" }],
    ["a slug without end", { ...good, slug: "a".repeat(300) }], ["JSON", JSON.stringify(good), { "content-type": "application/json" }], ["plain text", "kind=other", { "content-type": "text/plain" }], ["no type", "kind=other", { "content-type": "" }],
    ["broken multipart", "--x\r\nnothing", { "content-type": "multipart/form-data; boundary=x" }], ["multipart without boundary", "kind=other", { "content-type": "multipart/form-data" }], ["bytes", new Uint8Array([0xff, 0xfe, 0x00, 0x80])],
    ["another site", good, { "sec-fetch-site": "cross-site" }], ["a neighbour", good, { "sec-fetch-site": "same-site" }], ["another origin", good, { origin: "https://evil.example" }], ["an origin that is none", good, { origin: "://" }],
  ])("%s is refused with a page, and nothing is kept", async (_name, body, headers) => {
    const html = await refused(send(body, headers));
    expect(html).toMatch(/<h1>(No pudimos leer este formulario|We could not read this form)<\/h1>/);
    expect(await kept()).toEqual([]);
  });

  it("a file is refused", async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ slug, locale: "es", kind: "other" })) form.set(name, value);
    form.set("note", new File(["x"], "x.txt"));
    await refused(send(form));
  });

  it("speaks both languages where it cannot know the reader's", async () => {
    const html = await refused(send("&&&"));
    expect(html).toMatch(/<section lang="en">.*<section lang="es">/s);
  });

  it("a body that says it is short and is not ends at the limit", async () => {
    let sent = 0;
    const body = new ReadableStream({ pull: (controller) => void (sent++ < 10_000 ? controller.enqueue(new TextEncoder().encode("a".repeat(1000))) : controller.close()) });
    const request = new Request("http://site.example/api/corrections", { method: "POST", body, duplex: "half", headers: { "content-type": "application/x-www-form-urlencoded" } } as RequestInit);
    await refused(POST(request));
    expect(sent).toBeLessThan(20);
  });

  it("hostile texts are each kept as they are or refused, and never repeated in an answer", async () => {
    const texts = [...fc.sample(fc.string({ unit: "binary", maxLength: 60 }), 40), ...fc.sample(fc.string({ unit: "grapheme", maxLength: 330 }), 10), ..."<script>alert(1)</script>|'; DROP TABLE \"Correction\"; --|{{7*7}}|${7*7}|%00|=cmd|..\\..\\|\u202Egnp.exe|\uFEFF|\u2028|&lt;|__proto__".split("|")];
    for (const note of texts) {
      await limits.reports.delete("local");
      await limits.reportsOnListing.delete(slug);
      const response = await send({ ...good, note });
      expect([303, 400]).toContain(response.status);
      if (note.length > 8) expect(await response.text()).not.toContain(note);
    }
  });
});

describe("too many reports", () => {
  it("of one reader: the sixth in an hour waits, and others do not", async () => {
    for (let count = 0; count < 5; count++) expect((await send({ ...good, note: String(count) }, { "x-client-key": "a" })).status).toBe(303);
    const sixth = await send({ ...good, note: "6" }, { "x-client-key": "a" });
    expect(sixth.status).toBe(429);
    expect(Number(sixth.headers.get("retry-after"))).toBeGreaterThan(3000);
    expect(await sixth.text()).toContain(`/es/buscar-ayuda/${slug}`);
    expect((await send(good, { "x-client-key": "b" })).status).toBe(303);
    expect(await kept()).toHaveLength(6);
  });

  it("on one listing: the 61st waits, whoever sends it", async () => {
    const statuses = [];
    for (let reader = 0; reader < 61; reader++) statuses.push((await send(good, { "x-client-key": `reader-${reader}` })).status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(60);
    expect(statuses.at(-1)).toBe(429);
  });
});
