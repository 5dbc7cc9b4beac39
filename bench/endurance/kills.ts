import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { APIRequestContext } from "playwright/test";
import { people, send, type People } from "./staffByRequest.ts";
import { db } from "../../data/db.ts";
import { readDocument } from "../../data/records.ts";
import { versionOf } from "../../data/revisions/versions.ts";
import { checkChain } from "../../lib/auditChain.ts";
import { textHash } from "../../lib/hash.ts";
import { findPlace } from "../../server/databasePlace.ts";

/** What the staff area said yes to. */
type Acknowledged = { entityId: string; number: string };
type Guide = { origin: string; pid: number; dataDir: string };
export type KillReport = { kills: number; saves: number; approvals: number; unanswered: number; wrong: string[] };

/**
 * Several people save and approve without a pause, as forms without scripts do, while the studio and PostgreSQL are
 * ended in turn with kill -9.
 * @returns what was acknowledged and is not there, or is there by half; empty when nothing was lost
 */
export async function kills(times: number, guide: Guide): Promise<KillReport> {
  const staff = await people(guide.origin);
  const ids = (await db.organization.findMany({ where: { kind: "provider", hidden: false, phones: { some: {} } }, orderBy: { slug: "asc" }, take: 3, select: { id: true } })).map(({ id }) => id);
  const report: KillReport = { kills: 0, saves: 0, approvals: 0, unanswered: 0, wrong: [] };
  const acknowledged: Acknowledged[] = [];
  let stop = false;
  const working = ids.map(async (entityId, index) => {
    for (let turn = 0; !stop; turn++) await saveAndApprove(entityId, staff, `213${index + 2}${String(turn % 100).padStart(2, "0")}${String(1000 + turn).slice(-4)}`, acknowledged, report);
  });
  while (report.kills < times) {
    await sleep(200 + Math.random() * 800);
    const pid = report.kills % 2 === 0 ? studioOf(guide.pid) : await postmasterOf(guide.dataDir);
    if (pid) process.kill(pid, "SIGKILL");
    if (pid) report.kills++;
    await recovers(guide.origin);
  }
  stop = true;
  await Promise.all(working);
  report.saves = acknowledged.length;
  report.wrong.push(...(await lost(acknowledged)), ...(await halves(ids)));
  await Promise.all([staff.contributor.dispose(), staff.editor.dispose()]);
  return report;
}

async function saveAndApprove(entityId: string, { contributor, editor, actions }: People, digits: string, acknowledged: Acknowledged[], report: KillReport): Promise<void> {
  const yes = async (context: APIRequestContext, name: string, fields: Record<string, string>) => {
    const response = await send(context, actions.get(name)!, fields).catch(() => null);
    if (response?.status() === 303 && response.headers().location?.includes("done=")) return true;
    if (!response || response.status() >= 500) {
      report.unanswered++;
      await sleep(100);
    }
    return false;
  };
  try {
    const version = String(await versionOf(db, "Organization", entityId));
    const fields = { id: entityId, version, intent: "submit", "phones.0.number": digits, "phones.0.type": "voice", sourceKey: "secondary-listing" };
    if (!(await yes(contributor, "correctListing", fields))) return;
    acknowledged.push({ entityId, number: `+1${digits}` });
    const open = await db.revision.findUnique({ where: { openKey: `Organization/${entityId}` }, select: { id: true } });
    if (open && (await yes(editor, "approveRevision", { id: open.id, version: String(await versionOf(db, "Organization", entityId)) }))) report.approvals++;
  } catch {
    // Our own look into the database: it is down just now.
    await sleep(50);
  }
}

/** The process under the supervisor that is Next. */
function studioOf(supervisor: number): number | null {
  const { stdout } = spawnSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" });
  const line = stdout.split("\n").find((line) => new RegExp(`^\\s*\\d+\\s+${supervisor}\\s.*(next-server|next.* start)`).test(line));
  return line ? Number(line.trim().split(/\s+/)[0]) : null;
}

async function postmasterOf(dataDir: string): Promise<number | null> {
  const { data } = await findPlace(dataDir);
  const text = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "");
  return Number(text.split("\n")[0]) || null;
}

/** Waits until pages and database answer several times in a row: what was killed may still answer for a moment. */
async function recovers(origin: string): Promise<void> {
  let answers = 0;
  for (const until = Date.now() + 60_000; Date.now() < until && answers < 4; await sleep(250)) {
    const response = await fetch(`${origin}/en`).catch(() => null);
    await response?.arrayBuffer().catch(() => null);
    const asked = await db.$queryRaw`SELECT 1`.then(() => true, () => false);
    answers = response?.ok && asked ? answers + 1 : 0;
  }
  if (answers < 4) throw new Error("The guide did not come back within a minute.");
}

/** Acknowledged saves that no revision holds. */
async function lost(acknowledged: Acknowledged[]): Promise<string[]> {
  const kept = await db.$queryRaw<{ key: string }[]>`
    SELECT DISTINCT "entityId" || ' ' || (phone ->> 'number') AS key FROM "Revision", jsonb_array_elements(document -> 'phones') AS phone WHERE entity = 'Organization'`;
  const keys = new Set(kept.map(({ key }) => key));
  return acknowledged.flatMap(({ entityId, number }) => (keys.has(`${entityId} ${number}`) ? [] : [`lost: ${number} of ${entityId}`]));
}

/** Records that do not equal their newest approved revision, numbers with gaps, changes without their audit row, a broken chain. */
async function halves(ids: string[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const entityId of ids) {
    const revisions = await db.revision.findMany({ where: { entity: "Organization", entityId }, orderBy: { number: "asc" }, select: { id: true, number: true, state: true, document: true, origin: true } });
    revisions.forEach(({ number }, index) => number !== index + 1 && wrong.push(`revisions of ${entityId} are not numbered without gaps`));
    const approved = revisions.findLast(({ state }) => state === "approved");
    if (textHash(approved?.document) !== textHash(await readDocument(db, "Organization", entityId))) wrong.push(`${entityId} does not equal its approved revision`);
    const audited = await db.auditEntry.findMany({ where: { entity: "Organization", entityId }, select: { action: true, detail: true } });
    const has = (action: string, id: string) => audited.some((entry) => entry.action === action && JSON.stringify(entry.detail).includes(id));
    for (const { id, state, origin } of revisions) {
      if (origin === "starter") continue;
      if (!has("revision.submit", id)) wrong.push(`revision ${id} has no audit row`);
      if (state === "approved" && !has("revision.approve", id)) wrong.push(`the approval of ${id} has no audit row`);
    }
  }
  const entries = await db.auditEntry.findMany({ orderBy: { sequence: "asc" } });
  const end = checkChain(entries);
  if ("fault" in end) wrong.push(`audit: row ${end.sequence} is ${end.fault}`);
  return wrong;
}
