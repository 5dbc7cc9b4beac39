import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { locales } from "../lib/locales.ts";
import { Failure } from "./failure.ts";

export type ProblemStatus = 400 | 404 | 413 | 503;
export type ProblemPage = { html: Buffer; gzip: Buffer };
export type ProblemPages = {
  /** In the language that the address begins with, else in all of them. */
  find: (status: ProblemStatus, firstSegment: string) => ProblemPage;
  /** Has them drawn anew, at once or within two seconds: staff may have hidden a hotline. */
  renew: () => void;
};

type Place = {
  distDir: string;
  /** Where the newest are kept, for a start while the studio is away. */
  folder: string;
  studio: () => string;
};

const statuses: ProblemStatus[] = [400, 404, 413, 503];
const names = [...locales, "both"].flatMap((language) => statuses.map((status) => `${language}/${status}`));

// Anybody may send a form to the staff's door: that must not keep the studio drawing.
const shortestPause = 2_000;
// For what no form brings: an import, a number that is overdue from today.
const longestPause = 60_000;

/**
 * The problem pages, in memory: they must be there when nothing else is, and they show hotlines, so they must be
 * those of now. The studio draws them; while it cannot, the last ones stay.
 * @throws Failure when the studio cannot draw them and never did
 */
export async function openProblemPages(place: Place): Promise<ProblemPages> {
  const tell = oncePerTrouble();
  let pages = await draw(place, tell).catch(async (error: unknown) => (await readKept(place)) ?? Promise.reject(new Failure(`The problem pages could not be drawn: ${String(error)}`)));
  let ended = Date.now();
  let drawing = false;
  let wanted = false;
  const work = async () => {
    drawing = true;
    wanted = false;
    try {
      pages = await draw(place, tell);
      tell("The problem pages stay as they were");
    } catch (error) {
      tell("The problem pages stay as they were", error);
      wanted = true;
    }
    ended = Date.now();
    drawing = false;
    plan(wanted ? shortestPause : longestPause);
  };
  let timer: NodeJS.Timeout | undefined;
  const plan = (pause: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void work(), pause).unref();
  };
  plan(longestPause);
  return {
    find: (status, firstSegment) => {
      const page = pages.get(`${firstSegment}/${status}`) ?? pages.get(`both/${status}`);
      if (!page) throw new Error(`There is no page for ${status}.`);
      return page;
    },
    renew: () => {
      wanted = true;
      if (!drawing) plan(Math.max(0, ended + shortestPause - Date.now()));
    },
  };
}

type Pages = Map<string, ProblemPage>;
/** Without an error: it has passed. */
type Tell = (trouble: string, error?: unknown) => void;

/** Says a trouble once until it has passed: it may last for days, and shows with every drawing. */
function oncePerTrouble(): Tell {
  const told = new Set<string>();
  return (trouble, error) => {
    if (error !== undefined && !told.has(trouble)) console.error(`${trouble}: ${String(error)}`);
    if (error === undefined) told.delete(trouble);
    else told.add(trouble);
  };
}

/** All of them, or an error: half of them new would be two truths. */
async function draw({ distDir, folder, studio }: Place, tell: Tell): Promise<Pages> {
  const drawn = new Map<string, string>();
  for (const name of names) {
    const answer = await fetch(`${studio()}/problem/${name}`, { signal: AbortSignal.timeout(10_000), redirect: "error" });
    if (answer.status !== 200) throw new Error(`the studio answered ${answer.status} for ${name}`);
    drawn.set(name, await inlineStyles(stripScripts(await answer.text()), distDir));
  }
  // What is in memory is what readers get: a full disk must not keep it old.
  const errors: unknown[] = [];
  for (const [name, html] of drawn) await keep(join(folder, `${name}.html`), html).catch((error: unknown) => errors.push(error));
  tell("The problem pages could not be kept", errors[0]);
  return new Map([...drawn].map(([name, html]) => [name, pageOf(html)]));
}

async function keep(file: string, html: string): Promise<void> {
  if ((await readFile(file, "utf8").catch(() => null)) === html) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, html);
  await rename(`${file}.new`, file);
}

async function readKept({ folder }: Place): Promise<Pages | null> {
  const kept = names.map(async (name) => [name, pageOf(await readFile(join(folder, `${name}.html`), "utf8"))] as const);
  return Promise.all(kept).then(
    (all) => new Map(all),
    () => null,
  );
}

function pageOf(text: string): ProblemPage {
  const html = Buffer.from(text);
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
    const css = await readFile(join(distDir, path), "utf8");
    html = html.replace(link, () => `<style>${css.replaceAll("</", "<\\/")}</style>`);
  }
  return html;
}
