import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { Failure } from "./failure.ts";
import { openProblemPages, stripScripts } from "./problemPages.ts";

describe("stripScripts", () => {
  it("takes out scripts and what would fetch them, and leaves the rest", () => {
    const html = [
      '<link rel="preload" as="script" href="/a.js"/>',
      '<link rel="modulepreload" href="/b.js"/>',
      '<link rel="preload" href="/f.woff2" as="font"/>',
      '<link rel="canonical" href="/es"/>',
      "<style>a{}</style>",
      '<script>self.__next_f.push([1,"<p>\\u003c/script>"])</script>',
      '<SCRIPT src="/c.js"\n async></SCRIPT >',
      "<p>script</p>",
    ].join("");
    expect(stripScripts(html)).toBe('<link rel="preload" href="/f.woff2" as="font"/><link rel="canonical" href="/es"/><style>a{}</style><p>script</p>');
  });
});

describe("openProblemPages", () => {
  // What the studio says at an address; null: that it is broken.
  let say: (path: string) => string | null;
  let asked = 0;
  const studio = createServer((request, answer) => {
    asked++;
    const text = say(request.url ?? "");
    answer.writeHead(text === null ? 500 : 200, { "content-type": "text/html" }).end(text);
  });
  let dist = "";
  let folder = "";
  const open = () => openProblemPages({ distDir: dist, folder, studio: () => `http://localhost:${(studio.address() as AddressInfo).port}` });

  beforeAll(() => once(studio.listen(0, "localhost"), "listening"));
  afterAll(() => void studio.close());
  beforeEach(() => {
    dist = mkdtempSync(join(tmpdir(), "guide-problems-"));
    folder = join(dist, "kept");
    say = (path) => `<html><script src="/a.js"></script>${path}</html>`;
    return () => rmSync(dist, { recursive: true });
  });

  it("finds the language of the address, else all of them; styles are in the page", async () => {
    mkdirSync(join(dist, "static"), { recursive: true });
    writeFileSync(join(dist, "static", "a.css"), "p{color:red}");
    say = (path) => `<html><head><link rel="stylesheet" href="/_next/static/a.css" data-x="1"/><script src="/a.js" async=""></script></head>${path}</html>`;
    const pages = await open();
    const spanish = pages.find(503, "es");
    expect(spanish.html.toString()).toBe("<html><head><style>p{color:red}</style></head>/problem/es/503</html>");
    expect(gunzipSync(spanish.gzip)).toEqual(spanish.html);
    for (const segment of ["", "fr", "[language]", "__proto__", ".."]) expect(pages.find(404, segment).html.toString()).toContain("/problem/both/404");
  });

  it("shows what changed once it was told, and keeps what it has while the studio cannot draw", async () => {
    say = () => "a hotline";
    const pages = await open();
    say = (path) => (path.startsWith("/problem/both") ? null : "nothing");
    pages.renew();
    await expect.poll(() => asked, { timeout: 5_000 }).toBeGreaterThan(12);
    expect(pages.find(503, "en").html.toString()).toBe("a hotline"); // half of them new would be two truths
    say = () => "hidden";
    pages.renew();
    await expect.poll(() => pages.find(503, "en").html.toString(), { timeout: 5_000 }).toBe("hidden");
    expect(readFileSync(join(folder, "en", "503.html"), "utf8")).toBe("hidden");
  });

  it("does not keep the studio drawing, however often it is told", async () => {
    const pages = await open();
    asked = 0;
    for (const until = Date.now() + 3_000; Date.now() < until; await new Promise((done) => setTimeout(done, 50))) pages.renew();
    expect(asked).toBeGreaterThanOrEqual(12);
    expect(asked).toBeLessThanOrEqual(24);
  });

  it("starts with the last ones where the studio is away, and says so where there are none", async () => {
    say = () => null;
    await expect(open()).rejects.toThrow(/problem pages could not be drawn.*500/);
    await expect(open()).rejects.toBeInstanceOf(Failure);
    say = () => "of yesterday";
    await open();
    say = () => null;
    expect((await open()).find(503, "es").html.toString()).toBe("of yesterday");
  });

  it("says a trouble once until it has passed, and shows the newest pages meanwhile", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    try {
      const nothingCanBeKept = () => writeFileSync(folder, "a file where the folder should be");
      nothingCanBeKept();
      say = () => "first";
      const pages = await open();
      const draw = async (text: string) => {
        say = () => text;
        await vi.advanceTimersByTimeAsync(60_000);
        await vi.waitFor(() => expect(pages.find(503, "en").html.toString()).toBe(text));
      };
      await draw("second");
      await draw("third");
      expect(said.mock.calls).toEqual([[expect.stringMatching(/^The problem pages could not be kept: Error: .+/)]]);
      rmSync(folder);
      await draw("fourth");
      expect(readFileSync(join(folder, "en", "503.html"), "utf8")).toBe("fourth");
      rmSync(folder, { recursive: true });
      nothingCanBeKept();
      await draw("fifth");
      expect(said).toHaveBeenCalledTimes(2);
    } finally {
      said.mockRestore();
      vi.useRealTimers();
    }
  });
});
