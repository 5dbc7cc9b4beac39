import { request as ask, type IncomingHttpHeaders } from "node:http";
import fc from "fast-check";
import { expect, test } from "playwright/test";
import { fixed } from "./addresses.ts";
import { locales, other, say, type Locale } from "./words.ts";

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** Asks with exactly this target: fetch would mend it first. */
function send(origin: string, target: string, method = "GET"): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((done, broken) => {
    const asked = ask({ hostname, port, path: target, method, headers: { accept: "text/html" } }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (part) => (body += part));
      response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
      response.on("error", broken);
    });
    asked.on("error", broken).end();
  });
}

/** Follows our own redirects, as a browser does. */
async function open(origin: string, target: string): Promise<Answer> {
  let answer = await send(origin, target);
  for (let steps = 0; steps < 3 && [307, 308].includes(answer.status); steps++) {
    expect(answer.headers.location).toMatch(/^\/(?!\/)/);
    answer = await send(origin, answer.headers.location!);
  }
  return answer;
}

function expectClear({ status, body }: Answer, locale: Locale, where: string, expected: number[] = [200, 400, 404]): void {
  expect(expected, `${where}: ${status}`).toContain(status);
  expect(body.length, where).toBeGreaterThan(1000);
  expect(body, where).toMatch(new RegExp(`<html[^>]* lang="${locale}"`));
  expect(body, where).toMatch(/<h1[\s>]/);
  // Nothing that was asked stands in the page as markup.
  expect(body, where).not.toMatch(/<img src=x|<script>alert|<svg onload/);
}

const marks = ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "'><svg onload=alert(1)>", "</title><script>alert(1)</script>", "</script><script>alert(1)</script>"];
const words = [
  ...marks,
  "a".repeat(5000),
  "á".repeat(2000),
  "\0", "a\0b", "\u0001\u001f", "\ufeff", "\u202e drowssap", "‮גדול‏", "👩‍👩‍👧‍👦🇲🇽", "\ud800", "%", "%%", "%25", "%00", "\\", "\\'", "'", "''", '"', "`", ";", "--", "/*",
  "' OR '1'='1", "'; DROP TABLE \"Organization\"; --", "1) UNION SELECT NULL--", "${7*7}", "{{7*7}}", "#{7*7}", "$1", ":*", "a:*", "!a", "a & b | c", "(", "<->", "a <-> b", "\\x00", "NULL", "undefined", "NaN", "__proto__", "constructor", "[object Object]",
  " ".repeat(300), "\n\r\t", "the of and", "para de la", "0", "-1", "1e309",
];

/** Both languages read an address in the same way: each string is tried in one of them. */
const inTurn = (strings: string[], locale: Locale) => strings.filter((_, index) => index % locales.length === locales.indexOf(locale));

for (const locale of locales) {
  const list = fixed.findHelp[locale];
  test.describe(`hostile input (${locale})`, () => {
    test("in the search", async ({ baseURL }) => {
      for (const word of inTurn(words, locale)) expectClear(await open(baseURL!, `${list}?q=${encodeURIComponent(word.toWellFormed())}`), locale, JSON.stringify(word.slice(0, 40)));
    });

    test("in every other filter", async ({ baseURL }) => {
      for (const name of ["need", "language", "zip", "free", "recognized", "page"])
        for (const word of inTurn([...marks, "", "\0", "%", "👩‍👩‍👧‍👦", "' OR 1=1", "__proto__", "constructor", "-1", "0", "99999999", "abc", "1.5", "1e3", " 1", "٣"], locale))
          expectClear(await open(baseURL!, `${list}?${name}=${encodeURIComponent(word)}`), locale, `${name}=${word}`);
    });

    for (const query of [
      "q=%", "q=%zz", "q=%c3%28", "q=%ff%fe", "q=%00", "q=a&q=b&q=c", "q[]=a", "q[a]=b", "q[__proto__]=b", "__proto__=a", "__proto__[need]=asylum", "constructor=a", "toString=a", "need=asylum&need=daca",
      "page=1&page=2", "page=-1", "page=0", "page=99999999", "page=abc", "page=2", "page=1", "page=+1", "q=asylum&page=999999", "zip=90012&zip=<b>", "&&&&", "=", "=a", "a", "?", "?q=a?b", "q=a#b",
      `${"x=1&".repeat(500)}`, "_rsc=1", "__nextLocale=fr", "locale=fr", "slug=a&page[]=1", "q=asylum%2", "free=1&free=0", "need=%00", "language=en-US-x-y", "language=es%0d%0aSet-Cookie:a=b",
    ])
      test(`?${query.slice(0, 60)}`, async ({ baseURL }) => {
        const answer = await open(baseURL!, `${list}?${query}`);
        expectClear(answer, locale, query);
        expect(answer.headers["set-cookie"]).toBeUndefined();
      });

    for (const path of [
      "%", "%zz", "%00", "%25", "%2500", "%c3%28", "%ff", "a%0d%0ab", "no-such-page", "no/such/page", "find-help/no-such-group", "buscar-ayuda/no-existe", "know-your-rights/no", "conozca-sus-derechos/no", "directives/no", "directivas/no",
      "find-help/page/2", "buscar-ayuda/pagina/2", "find-help/page/%00", "find-help/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "buscar-ayuda/%3Cimg%20src=x%20onerror=alert(1)%3E", "directives/'%20OR%201=1", "know-your-rights/__proto__", "conozca-sus-derechos/constructor",
      "find-help/%E2%80%AE", "buscar-ayuda/%F0%9F%91%A9", "know-your-rights/../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%5c..%5c", "a/".repeat(300), "a".repeat(3000), "problem/404", ".env", "index.php?a=<script>alert(1)</script>", "at-my-door", "right-now/", "ahora-mismo/x", "[locale]", "[...unknown]",
    ])
      test(`/${locale}/${path.slice(0, 60)}`, async ({ baseURL }) => {
        expectClear(await open(baseURL!, `/${locale}/${path}`), locale, path, ["right-now/"].includes(path) ? [200, 400, 404] : [400, 404]);
      });

    // The page that a link of the other language leads to must not appear half in one and half in the other.
    test("an address of the other language is none of this one", async ({ baseURL }) => {
      for (const key of ["guide", "directives", "findHelp", "rightNow", "about", "privacy", "accessibility"] as const) {
        const foreign = fixed[key][other(locale)].replace(/^\/../, `/${locale}`);
        const answer = await open(baseURL!, foreign);
        expect([200, 404]).toContain(answer.status);
        expect(answer.body).toMatch(new RegExp(`<html[^>]* lang="${locale}"`));
      }
    });

    test("any string at all in the search", async ({ baseURL }) => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (word) => {
          expectClear(await open(baseURL!, `${list}?q=${encodeURIComponent(word.toWellFormed())}`), locale, JSON.stringify(word), [200]);
        }),
        { numRuns: 40, endOnFailure: true },
      );
    });

    test("any bytes at all in the address", async ({ baseURL }) => {
      const byte = fc.oneof(fc.constantFrom("%", "%2", "/", ".", "..", "\\", "?", "&", "=", "[", "]", ";", ":", "@", "+", "~", "'", '"', "<", ">", "{", "}", "|", "^", "`"), fc.integer({ min: 0, max: 255 }).map((code) => `%${code.toString(16).padStart(2, "0")}`), fc.stringMatching(/^[a-z0-9-]{1,8}$/));
      await fc.assert(
        fc.asyncProperty(fc.array(byte, { minLength: 1, maxLength: 12 }), async (parts) => {
          const target = `/${locale}/x${parts.join("")}`;
          const answer = await open(baseURL!, target);
          expect([200, 400, 404], target).toContain(answer.status);
          expect(answer.body.length, target).toBeGreaterThan(1000);
          expect(answer.body, target).not.toContain("<script>alert");
        }),
        { numRuns: 60, endOnFailure: true },
      );
    });

    test("an address that does not exist leads on, in the reader's language and without a script", async ({ baseURL }) => {
      const { status, body } = await send(baseURL!, `/${locale}/no-such-page`);
      expect(status).toBe(404);
      expect(body).toMatch(new RegExp(`<html[^>]* lang="${locale}"`));
      expect(body).not.toMatch(/<script/i);
      expect(body).toContain(say(locale)("Problem.404.title"));
      for (const way of ["rightNow", "findHelp", "guide", "directives"] as const) expect(body).toContain(`href="${fixed[way][locale]}"`);
    });

    test("an address that cannot be read is told so, in the reader's language", async ({ baseURL }) => {
      const { status, body } = await send(baseURL!, `/${locale}/%`);
      expect(status).toBe(400);
      expect(body).toContain(say(locale)("Problem.400.title"));
      for (const way of ["rightNow", "findHelp", "guide", "directives"] as const) expect(body).toContain(`href="${fixed[way][locale]}"`);
    });
  });
}

for (const path of ["/fr", "/xx/about", "/about", "/no-such-page", "/zh/find-help", "/%F0%9F%91%A9", "/__proto__", "/wp-login.php", "//evil.example", "/problem/en/404", "/_next/image?url=http://evil.example&w=64&q=75", "/api/none"])
  test(`no language that we have: ${path}`, async ({ baseURL }) => {
    const { status, body } = await open(baseURL!, path);
    expect([400, 404]).toContain(status);
    if (path.startsWith("/api/")) return;
    for (const locale of locales) {
      expect(body).toContain(say(locale)(status === 404 ? "Problem.404.title" : "Problem.400.title"));
      expect(body).toContain(`href="${fixed.rightNow[locale]}"`);
    }
  });

for (const [path, locale] of [["/ES", "es"], ["/EN/x", "en"], ["/es-MX", "es"], ["/es.", "es"]] as const)
  test(`a language written otherwise: ${path}`, async ({ baseURL }) => {
    const { status, body } = await open(baseURL!, path);
    expect(status).toBe(404);
    expect(body).toContain(`<html lang="${locale}">`);
    expect(body).toContain(say(locale)("Problem.404.title"));
  });

for (const path of ["/\\evil.example", "//evil.example/en", "/\\/evil.example", "/%5cevil.example", "/en//evil.example", "/es/\\evil.example"])
  test(`nobody is sent elsewhere by ${path}`, async ({ baseURL }) => {
    const { status, headers } = await send(baseURL!, path);
    expect([200, 308, 400, 404]).toContain(status);
    expect(headers.location ?? "/").toMatch(/^\/(?![/\\])/);
  });

for (const method of ["HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
  test(`${method} harms nobody`, async ({ baseURL }) => {
    for (const path of ["/", "/en", "/es/buscar-ayuda?q=a", "/api/health"]) {
      const { status, headers } = await send(baseURL!, path, method);
      expect(status).toBeLessThan(500);
      expect(headers["set-cookie"]).toBeUndefined();
    }
  });
