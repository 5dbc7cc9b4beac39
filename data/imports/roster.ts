import { record } from "../audit";
import { todayInCity } from "../city";
import { db } from "../db";
import { removeRows, writeRows, type CheckedRow } from "./rows";
import { compareRoster, type ComparedListing } from "@/lib/compareRoster";
import { readCsv } from "@/lib/csv";
import { isoDay } from "@/lib/dates";
import { fold } from "@/lib/fold";
import type { FileProblem } from "@/lib/importFile";
import { rosterFromCsv, type RosterRow } from "@/lib/rosterCsv";

/** Listings that the roster does not name have no line in it: they come after all lines. */
export const lineOfGone = 1_000_000;

/**
 * Compares the roster of the Department of Justice with the listings, and notes who is new, gone, expired or about to be, or
 * recorded otherwise. It changes no listing.
 */
export async function checkRoster({ importId, uploadedById }: { importId: string; uploadedById: string }, bytes: Uint8Array): Promise<{ problem: FileProblem } | "checked" | "cancelled"> {
  const table = readCsv(bytes);
  if ("refused" in table) return { problem: table.refused.reason };
  const roster = rosterFromCsv(table);
  if ("missing" in roster) return { problem: "roster" };
  const [listings, near, today] = [await readListings(), await nearPlaces(), await todayInCity()];
  const compared = compareRoster(roster.rows, listings, today);
  const byId = new Map(listings.map((listing) => [listing.id, listing]));
  const rows = new Map<number, CheckedRow>();

  for (const { line, column, reason } of roster.faults) rows.set(line, { line, verdict: "refused", name: "", remarks: [{ kind: "fault", column, reason, value: "" }] });
  for (const row of compared.new) if (near(row)) rows.set(row.line, { line: row.line, verdict: "new", name: row.name, remarks: placeOf(row, today) });
  for (const { row, ids } of compared.maybe)
    rows.set(row.line, { line: row.line, verdict: "new", name: row.name, remarks: [...placeOf(row, today), ...ids.slice(0, 3).map((id) => ({ kind: "near" as const, name: byId.get(id)!.name, slug: byId.get(id)!.slug, because: "name" as const }))] });
  for (const { id, row } of compared.changed) rows.set(row.line, { line: row.line, verdict: "changed", organizationId: id, name: byId.get(id)!.name, remarks: datesOf(byId.get(id)!, row) });
  for (const [verdict, kind] of [["expiring", "expires"], ["expired", "expired"]] as const)
    for (const { id, row } of compared[verdict])
      rows.set(row.line, { line: row.line, verdict, organizationId: id, name: byId.get(id)!.name, remarks: [{ kind, on: row.expiresOn }, ...(rows.get(row.line)?.remarks ?? [])] });
  compared.gone.forEach((id, place) => rows.set(lineOfGone + place, { line: lineOfGone + place, verdict: "gone", organizationId: id, name: byId.get(id)!.name, remarks: [] }));

  await removeRows(importId);
  await writeRows(importId, [...rows.values()]);
  const counts: Partial<Record<CheckedRow["verdict"], number>> = {};
  for (const { verdict } of rows.values()) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return db.$transaction(async (transaction) => {
    const { count } = await transaction.import.updateMany({ where: { id: importId, state: "checking", cancelWished: false }, data: { state: "checked", counts, rowsTotal: roster.rows.length, rowsDone: roster.rows.length } });
    if (count === 1) await record(transaction, { id: uploadedById }, { action: "import.check", entity: "Import", entityId: importId, detail: { counts } });
    return count === 1 ? "checked" : "cancelled";
  });
}

type Listing = ComparedListing & { slug: string };

async function readListings(): Promise<Listing[]> {
  const rows = await db.organization.findMany({
    where: { kind: "provider" },
    select: {
      id: true, slug: true, name: true, alternateName: true,
      locations: { select: { address: { select: { city: true } } } },
      recognition: { select: { recognizedOn: true, expiresOn: true, renewalPending: true, status: true } },
    },
  });
  return rows.map(({ locations, recognition, ...row }) => ({
    ...row,
    cities: locations.flatMap(({ address }) => address?.city ?? []),
    recognition: recognition && { ...recognition, recognizedOn: isoDay(recognition.recognizedOn), expiresOn: isoDay(recognition.expiresOn) },
  }));
}

/** The roster is of the whole country: new to us are those in a ZIP area or a city of ours. */
async function nearPlaces(): Promise<(row: RosterRow) => boolean> {
  const [codes, addresses] = [await db.postalCode.findMany({ select: { code: true } }), await db.address.groupBy({ by: ["city", "stateProvince"] })];
  const zips = new Set(codes.map(({ code }) => code));
  const cities = new Set(addresses.map(({ city, stateProvince }) => `${fold(city)} ${stateProvince}`));
  return ({ postalCode, city, state }) => (postalCode ? zips.has(postalCode) : city === null || state === null || cities.has(`${fold(city)} ${state}`));
}

function placeOf({ city, state, postalCode, expiresOn, renewalPending }: RosterRow, today: string): CheckedRow["remarks"] {
  const place = { kind: "place" as const, place: [city, state, postalCode].filter(Boolean).join(" "), expiresOn };
  return expiresOn < today && !renewalPending ? [place, { kind: "expired", on: expiresOn }] : [place];
}

function datesOf({ recognition }: Listing, row: RosterRow): CheckedRow["remarks"] {
  return (["recognizedOn", "expiresOn", "renewalPending", "status"] as const).flatMap((field) => {
    const [ours, theirs] = [String(recognition?.[field] ?? ""), String(row[field] ?? "")];
    return theirs !== "" && ours !== theirs ? [{ kind: "date" as const, field, ours, theirs }] : [];
  });
}
