import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Failure } from "./failure.ts";
import { loadProblemPages, stripScripts } from "./problemPages.ts";

let dist = "";
beforeAll(() => (dist = mkdtempSync(join(tmpdir(), "guide-problems-"))));
afterAll(() => rmSync(dist, { recursive: true }));

function write(language: string, head = ""): void {
  const folder = join(dist, "server", "app", "problem", language);
  mkdirSync(folder, { recursive: true });
  for (const status of [400, 404, 413, 503])
    writeFileSync(join(folder, `${status}.html`), `<html><head>${head}<script src="/a.js" async=""></script></head><body>${language} ${status}</body></html>`);
}

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

describe("loadProblemPages", () => {
  it("says what is missing", async () => {
    await expect(loadProblemPages(join(dist, "nothing"))).rejects.toThrow(/build is incomplete/);
    await expect(loadProblemPages(join(dist, "nothing"))).rejects.toBeInstanceOf(Failure);
  });

  it("finds the language of the address, else all of them; styles are in the page", async () => {
    mkdirSync(join(dist, "static"), { recursive: true });
    writeFileSync(join(dist, "static", "a.css"), "p{color:red}");
    write("both");
    write("es", '<link rel="stylesheet" href="/_next/static/a.css" data-x="1"/>');
    mkdirSync(join(dist, "server", "app", "problem", "[language]"));
    const pages = await loadProblemPages(dist);
    const spanish = pages.find(503, "es");
    expect(spanish.html.toString()).toBe("<html><head><style>p{color:red}</style></head><body>es 503</body></html>");
    expect(gunzipSync(spanish.gzip)).toEqual(spanish.html);
    for (const segment of ["", "fr", "[language]", "__proto__"]) expect(pages.find(404, segment).html.toString()).toContain("both 404");
  });
});
