import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContext } from "playwright";
import { furtherPagesEvery, type HostileReport } from "./hostile.ts";
import { openPages } from "./openPages.ts";
import { ada, ana, eva } from "./people.ts";
import { sourceKey, testListing } from "./testListing.ts";
import { createConfirmationLink } from "../../data/confirmationLinks.ts";
import { listCorrections, handleCorrections } from "../../data/corrections.ts";
import { db } from "../../data/db.ts";
import { getImport, listImportRows } from "../../data/imports/read.ts";
import { cancelImport, startCheck } from "../../data/imports/steps.ts";
import { readColumns, uploadImport } from "../../data/imports/upload.ts";
import { rejectRevision } from "../../data/revisions/decide.ts";
import { hideRecord } from "../../data/revisions/hide.ts";
import { getEditing } from "../../data/revisions/read.ts";
import { saveRevision } from "../../data/revisions/save.ts";
import { correctInvitation, disableStaff, invitation, inviteStaff } from "../../data/staff.ts";
import { person as demonstrationPerson } from "../../e2e/staff.ts";
import { ownAddress } from "../../e2e/staffRequest.ts";
import { answerFields, longestAnswer } from "../../lib/confirmation.ts";
import { longestNote } from "../../lib/corrections.ts";
import { writeCsv } from "../../lib/csv.ts";
import { importSource } from "../../lib/importFile.ts";
import { listingColumns, type ListingRow } from "../../lib/listingColumns.ts";
import type { Actor } from "../../lib/permissions.ts";

/** Lists show several texts on one page; an import shows so many rows, and a listing takes 60 reports. */
const batch = 50;
const longest = { comment: 2000, name: 100, line: 200 };

/** Who has signed in, and where. */
type Reader = { context: BrowserContext; origin: string; actor: Actor };
type Listing = Awaited<ReturnType<typeof testListing>>;

/**
 * The texts that are no part of a record: what staff are called, their comments and reasons, what readers report, what
 * organizations answer by their link, import files with their cells, columns, names and sources.
 * @param context signed in as the administrator of the demonstration
 * @returns what went wrong, as hostile() does
 */
export async function hostileRemarks(strings: string[], context: BrowserContext, origin: string): Promise<HostileReport> {
  const report: HostileReport = { saved: 0, refused: 0, pages: 0, wrong: [] };
  const { id } = await db.staffMember.findUniqueOrThrow({ where: { email: demonstrationPerson("administrator").email }, select: { id: true } });
  const reader: Reader = { context, origin, actor: { id, role: "administrator", secondFactor: true } };
  for (let first = 0; first < strings.length; first += batch) await writeAndLook(strings.slice(first, first + batch), first, reader, report);
  return report;
}

async function writeAndLook(strings: string[], first: number, reader: Reader, report: HostileReport): Promise<void> {
  const { context, origin, actor } = reader;
  const listing = await testListing();
  const form = `/admin/listings/${listing.entityId}`;
  const [staff, files]: [string[], string[]] = [[], []];
  const open = async (name: string, paths: string[]) => {
    report.pages += paths.length;
    report.wrong.push(...(await openPages(context, paths.map((path) => origin + path), name)));
  };
  for (const [place, text] of strings.entries()) {
    const name = `text ${first + place} beside the records`;
    const further = place % furtherPagesEvery === 0;
    try {
      files.push(await upload(actor, text, "name\r\nTest House"));
      await sendCorrection(text, listing, reader);
      const invited = await invite(text, first + place);
      if (invited) staff.push(invited.id);
      else report.refused++;
      const proposal = await propose(text, listing, invited ? { id: invited.id, role: "contributor", secondFactor: true } : ana, reader);
      if (further) await open(name, [form, "/admin/revisions", ...(invited ? [invited.path, `/admin/staff/${invited.id}`] : [])]);
      if (!(await reject(text, proposal, listing))) report.refused++;
      await open(name, [`/admin/revisions/${proposal}`]);
      report.saved++;
    } catch (error) {
      report.wrong.push(`${name}: ${String(error).slice(0, 500)}`);
    }
  }
  const name = `texts ${first} to ${first + strings.length - 1} beside the records`;
  const file = await upload(actor, strings[0]!, cells(strings));
  files.push(file);
  report.wrong.push(...(await check(actor, file)).map((fault) => `${name}: ${fault}`));
  await open(name, ["/admin", "/admin/corrections", "/admin/staff", `/admin/history/Organization/${listing.entityId}`, "/admin/imports", ...(await importPages(file))]);

  const told = (await listCorrections(actor)).flatMap(({ organizationId, corrections }) => (organizationId === listing.entityId ? corrections : []));
  if (told.length === 0) report.wrong.push(`${name}: no report of a reader was kept`);
  await handleCorrections(actor, told.map(({ id }) => id), "spam");
  for (const id of files) await cancelImport(actor, id);
  await hideRecord(eva, "Organization", listing.entityId, "");
  // The log keeps what they were called before.
  for (const id of staff) await correctInvitation(ada, id, { name: "Gone", email: `${id}@demo.example` });
  await open(name, ["/admin/audit?action=staff.correct"]);
  for (const id of staff) await disableStaff(ada, id);
}

/** Somebody of this name; null where nobody can be called so. */
async function invite(text: string, place: number): Promise<{ id: string; path: string } | null> {
  const { data } = invitation.safeParse({ name: text.slice(0, longest.name), email: `${Date.now()}.${place}@demo.example`, role: "contributor", locale: "en" });
  if (!data) return null;
  const invited = await inviteStaff(ada, data);
  if ("refused" in invited) throw new Error(invited.refused);
  return { id: invited.id, path: `/admin/welcome/${invited.link.split("/").at(-1)}` };
}

/** As a reader sends it by the form of the listing's page. */
async function sendCorrection(text: string, { document: { slug } }: Listing, { context, origin }: Reader): Promise<void> {
  const answer = await context.request.post(`${origin}/api/corrections`, { form: { slug, locale: "en", kind: "other", note: text.slice(0, longestNote) }, headers: ownAddress(), maxRedirects: 0 });
  if (answer.status() !== 303) throw new Error(`The report of a reader was answered ${answer.status()}.`);
}

/** A change with the text as its comment, from which the organization goes on by its link. @returns the proposal that then waits */
async function propose(text: string, { entityId, document }: Listing, author: Actor, { context, origin, actor }: Reader): Promise<string> {
  const { version } = (await getEditing("Organization", entityId))!;
  const comment = text.trim().slice(0, longest.comment);
  const saved = await saveRevision(author, { entity: "Organization", entityId, base: version, document: { ...document, name: "Another House" }, intent: "submit", sourceKey, ...(comment ? { comment } : {}) });
  if (saved.kind !== "saved") throw new Error(`The change was not saved: ${saved.kind}.`);
  // Of nothing but space an organization says nothing.
  if (!comment) return saved.revisionId;
  const token = (await createConfirmationLink(actor, entityId))!;
  const fields = Object.fromEntries(answerFields.map((field) => [field, text.slice(0, longestAnswer[field])]));
  const answer = await context.request.post(`${origin}/api/confirmations`, { form: { token, locale: "en", answer: "wrong", ...fields }, headers: ownAddress(), maxRedirects: 0 });
  if (answer.status() !== 303 || !answer.headers().location?.includes("thank-you")) throw new Error(`The organization was answered ${answer.status()} ${answer.headers().location ?? ""}.`);
  return (await getEditing("Organization", entityId))!.open!.id;
}

/** @returns false where the text is no reason */
async function reject(text: string, revisionId: string, { entityId }: Listing): Promise<boolean> {
  const { version } = (await getEditing("Organization", entityId))!;
  const decided = await rejectRevision(eva, revisionId, version, text.slice(0, longest.comment));
  if (decided.kind === "decided") return true;
  await rejectRevision(eva, revisionId, version, "No.");
  return false;
}

/** A file of this name, from a source of this name. */
async function upload(actor: Actor, text: string, content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "guide-hostile-"));
  try {
    const [path, line] = [join(folder, "file"), text.slice(0, longest.line)];
    await writeFile(path, content);
    const source = importSource.safeParse({ name: line });
    const uploaded = await uploadImport(actor, { kind: "csv", fileName: line.trim() || "x", size: Buffer.byteLength(content), source: source.data ?? { name: "x" } }, path);
    if ("problem" in uploaded) throw new Error(uploaded.problem);
    return uploaded.id;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A file that has each text as a column, in every cell of a row that is refused, and in the words of one that is not. */
function cells(strings: string[]): string {
  const named = [...new Set(strings.map((text) => text.slice(0, longest.line).trim()))].filter(Boolean);
  const own = (text: string) => named.map((column) => (text.trim().startsWith(column) ? text : ""));
  const rows = strings.flatMap((text) => [[...listingColumns.map(() => text), ...own(text)], [...listingColumns.map((column) => inWords(text)[column] ?? ""), ...own(text)]]);
  return writeCsv([...listingColumns, ...named], rows);
}

/** Has the press read it, by the columns that it names. */
async function check(actor: Actor, id: string): Promise<string[]> {
  const head = await readColumns(id);
  const step = head.guesses ? await startCheck(actor, id, head.guesses) : head.problem;
  for (const until = Date.now() + 60_000; Date.now() < until && (await getImport(id))!.state === "checking"; ) await sleep(200);
  const { state, problem, verdicts } = (await getImport(id))!;
  return state === "checked" && verdicts.new && verdicts.refused ? [] : [`the import was not read: ${step}, ${state}, ${problem}, ${JSON.stringify(verdicts)}`];
}

function inWords(text: string): ListingRow {
  const line = text.slice(0, longest.line);
  return { name: line, alternate_name: line, service_name_en: line, service_name_es: line, service_description_en: text, service_description_es: text, description_en: text, description_es: text, intake_en: text, intake_es: text, coverage_en: text, coverage_es: text, source_name: line };
}

/** The whole import, and what some of its rows would change. */
async function importPages(id: string): Promise<string[]> {
  const page = `/admin/imports/${id}`;
  const rows = await listImportRows(id, { verdict: "new", page: 1 });
  return [page, `${page}?page=2`, ...rows.flatMap(({ line }, place) => (place % furtherPagesEvery === 0 ? `${page}/${line}` : []))];
}
