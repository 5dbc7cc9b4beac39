import { request } from "node:http";
import { gunzipSync, gzipSync } from "node:zlib";
import { readContent } from "../prisma/content.ts";
import type { Locale } from "../lib/locales.ts";

/** The pages that are always measured. */
export async function chosenPages(): Promise<{ name: string; paths: Record<Locale, string> }[]> {
  const { guides, directives } = await readContent();
  const chapter = guides.flatMap(({ chapters }) => chapters).find(({ key }) => key === "at-my-door");
  const act = directives.find(({ key }) => key === "executive-directive-20");
  if (!chapter || !act) throw new Error("The starter content has neither the chapter at-my-door nor Executive Directive 20.");
  return [
    { name: "home", paths: { en: "/en", es: "/es" } },
    { name: "chapter", paths: { en: `/en/know-your-rights/${chapter.words.en.slug}`, es: `/es/conozca-sus-derechos/${chapter.words.es.slug}` } },
    { name: "list of 44", paths: { en: "/en/find-help", es: "/es/buscar-ayuda" } },
    { name: "listing", paths: { en: "/en/find-help/chirla", es: "/es/buscar-ayuda/chirla" } },
    { name: "right now", paths: { en: "/en/right-now", es: "/es/ahora-mismo" } },
    { name: "Executive Directive 20", paths: { en: `/en/directives/${act.words.en.slug}`, es: `/es/directivas/${act.words.es.slug}` } },
  ];
}

/** Every address of the sitemap. */
export async function allPaths(origin: string): Promise<string[]> {
  const { body } = await get(`${origin}/sitemap.xml`);
  return [...body.toString().matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address!).pathname).filter((path) => path !== "/");
}

export type Weight = { document: number; withoutScripts: number; scripts: number };

/** What a page weighs, gzip as sent. */
export async function weigh(origin: string, path: string): Promise<Weight> {
  const page = await get(origin + path);
  const html = page.body.toString();
  const styles = await Promise.all(addresses(html, /<link\b[^>]*rel="stylesheet"[^>]*>/g, "href").map((address) => get(origin + address)));
  const scripts = await Promise.all(addresses(html, /<script\b(?![^>]*\bnomodule)[^>]*\bsrc="[^>]*>/gi, "src").map((address) => get(origin + address)));
  const bare = html.replace(/<script\b[\s\S]*?<\/script>/g, "").replace(/<link\b[^>]*(?:as="script"|rel="modulepreload")[^>]*>/g, "");
  const sum = (answers: Answer[]) => answers.reduce((total, { sent }) => total + sent, 0);
  return { document: page.sent, withoutScripts: gzipSync(bare).length + sum(styles), scripts: sum(scripts) };
}

const addresses = (html: string, tag: RegExp, name: string) => [...new Set((html.match(tag) ?? []).flatMap((text) => text.match(new RegExp(`\\b${name}="(/[^"]+)"`))?.[1] ?? []))];

type Answer = { body: Buffer; raw: Buffer; sent: number };

/** Fetches as a browser does, and keeps count of what came over the wire. */
export function get(url: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { "accept-encoding": "gzip", accept: "text/html,*/*" }, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const raw = Buffer.concat(parts);
        if (response.statusCode !== 200) return reject(new Error(`${new URL(url).pathname} answered ${response.statusCode}`));
        const zipped = response.headers["content-encoding"] === "gzip";
        resolve({ raw, body: zipped ? gunzipSync(raw) : raw, sent: raw.length });
      });
    });
    asked.on("error", reject);
    asked.end();
  });
}
