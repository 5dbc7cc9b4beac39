import { allow } from "./allow";
import { recordAlone } from "./audit";
import { db } from "./db";
import { listNeeds } from "./listings";
import { readDocuments } from "./records";
import { writeCsv } from "@/lib/csv";
import { organizationToHsds } from "@/lib/hsds";
import type { ListingDocument } from "@/lib/listing";
import { listingColumns } from "@/lib/listingColumns";
import { rowFromListing } from "@/lib/listingCsv";
import { sourceLocale } from "@/lib/locales";
import type { Actor } from "@/lib/permissions";

const batch = 500;

/**
 * Every listing that residents can see as a CSV file of the template, piece by piece. It is for staff: addresses are whole, with
 * what residents see of them beside.
 * @throws NotAllowed
 */
export async function exportCsv(actor: Actor): Promise<AsyncGenerator<string>> {
  const ids = await beginExport(actor, "csv");
  const columns = [...listingColumns];
  const head = writeCsv(columns, []);
  return pieces(head, ids, "", (listings) => {
    const rows = listings.map(({ document }) => rowFromListing(document));
    return writeCsv(columns, rows.map((row) => columns.map((column) => row[column] ?? ""))).slice(head.length);
  });
}

/** The same as HSDS 3.0 organizations, for everybody: of an address only what residents see. @throws NotAllowed */
export async function exportHsds(actor: Actor): Promise<AsyncGenerator<string>> {
  const ids = await beginExport(actor, "hsds");
  const needs = Object.fromEntries((await listNeeds(sourceLocale)).map(({ code, name, description }) => [code, { name, description }]));
  let comma = "";
  return pieces("[\n", ids, "\n]\n", (listings) =>
    listings
      .map(({ id, document }) => {
        const organization = comma + JSON.stringify(organizationToHsds(document, { id, needs }));
        comma = ",\n";
        return organization;
      })
      .join(""),
  );
}

/** What is exported, written down before the first byte of it goes out. */
async function beginExport(actor: Actor, format: "csv" | "hsds"): Promise<string[]> {
  allow(actor, "exports.make");
  const rows = await db.organization.findMany({ where: { hidden: false }, orderBy: [{ name: "asc" }, { id: "asc" }], select: { id: true } });
  await recordAlone(actor, { action: "export.make", entity: "Organization", detail: { format, listings: rows.length } });
  return rows.map(({ id }) => id);
}

async function* pieces(head: string, ids: string[], end: string, write: (listings: { id: string; document: ListingDocument }[]) => string): AsyncGenerator<string> {
  yield head;
  for (let start = 0; start < ids.length; start += batch) {
    const some = ids.slice(start, start + batch);
    const documents = await readDocuments(db, "Organization", some);
    // Hidden or gone since the export began.
    const listings = some.flatMap((id) => {
      const document = documents.get(id);
      return document && !document.hidden ? [{ id, document }] : [];
    });
    yield write(listings);
  }
  yield end;
}
