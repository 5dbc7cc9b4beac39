import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Failure } from "./failure.ts";

export type ProblemStatus = 400 | 404 | 413 | 503;
export type ProblemPage = { html: Buffer; gzip: Buffer };
export type ProblemPages = {
  /** In the language that the address begins with, else in all of them. */
  find: (status: ProblemStatus, firstSegment: string) => ProblemPage;
};

const statuses: ProblemStatus[] = [400, 404, 413, 503];

/** Loads the problem pages that `next build` wrote: they must be there when nothing else is. */
export async function loadProblemPages(distDir: string): Promise<ProblemPages> {
  const folder = join(distDir, "server", "app", "problem");
  const languages = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const pages = new Map<string, ProblemPage>();
  // Next also writes a folder named after the parameter, "[language]".
  for (const { name } of languages.filter((entry) => entry.isDirectory() && /^[A-Za-z-]+$/.test(entry.name)))
    for (const status of statuses) pages.set(`${name} ${status}`, await loadPage(distDir, join(folder, name, `${status}.html`)));
  if (!pages.has("both 404")) throw incomplete(join(folder, "both"));
  return {
    find: (status, firstSegment) => {
      const page = pages.get(`${firstSegment} ${status}`) ?? pages.get(`both ${status}`);
      if (!page) throw incomplete(folder);
      return page;
    },
  };
}

const incomplete = (file: string) => new Failure(`The build is incomplete, ${file} is missing: run npm run build, and start again.`);

async function loadPage(distDir: string, file: string): Promise<ProblemPage> {
  const text = await readFile(file, "utf8").catch(() => {
    throw incomplete(file);
  });
  const html = Buffer.from(await inlineStyles(stripScripts(text), distDir));
  return { html, gzip: gzipSync(html, { level: 9 }) };
}

/** Takes scripts out, and the hints that would fetch them: these pages stand alone. */
export function stripScripts(html: string): string {
  return html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script\s*>/gi, "")
    .replace(/<link\b[^>]*>/gi, (link) => (/rel="?(modulepreload|preload)\b/i.test(link) && /modulepreload|as="?script\b/i.test(link) ? "" : link));
}

async function inlineStyles(html: string, distDir: string): Promise<string> {
  const links = [...html.matchAll(/<link\b[^>]*rel="stylesheet"[^>]*>/gi)];
  for (const [link] of links) {
    const path = /href="\/_next\/([^"?]+)/i.exec(link)?.[1];
    if (!path) continue;
    const css = await readFile(join(distDir, path), "utf8").catch(() => {
      throw incomplete(join(distDir, path));
    });
    html = html.replace(link, () => `<style>${css.replaceAll("</", "<\\/")}</style>`);
  }
  return html;
}
