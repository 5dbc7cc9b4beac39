import { openStaffRoute } from "../../openStaffRoute";
import { writeCsv } from "@/lib/csv";
import { listingColumns } from "@/lib/listingColumns";

/** The empty table that an import is best made from (docs/import.md). */
export async function GET(): Promise<Response> {
  const staff = await openStaffRoute("GET /admin/imports/template");
  if (staff instanceof Response) return staff;
  return new Response(writeCsv([...listingColumns], []), {
    headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="listings-template.csv"', "cache-control": "no-store" },
  });
}
