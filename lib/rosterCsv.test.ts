import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "./csv.ts";
import { rosterFromCsv } from "./rosterCsv.ts";

function roster(csv: string) {
  const table = readCsv(new TextEncoder().encode(csv));
  if ("refused" in table) throw new Error(table.refused.reason);
  return rosterFromCsv(table);
}
const row = { line: 2, name: "El Rescate", city: "Los Angeles", state: "CA", postalCode: "90015", recognizedOn: "2018-01-12", expiresOn: "2026-07-16", renewalPending: true, status: "Active" };

describe("rosterFromCsv", () => {
  it.each([
    ["an address in parts", "Organization Name,Address,City,State,Zip Code,Phone,Date Recognized,Recognition Expiration Date,Status\nEl Rescate,1605 W. Olympic Blvd,Los Angeles,CA,90015,213-387-3284,01/12/18,07/16/26*,Active"],
    ["an address in one", 'Recognized Organization;Organization Address;Recognized On;Expires;Active\nEl  Rescate;"1605 W. Olympic Blvd, Suite 516, Los Angeles, CA 90015";1/12/2018;7/16/2026 (renewal pending);Yes'],
    ["a column of renewals", "STATE,CITY,ZIP,Status,Pending Renewal,Expiration_Date,Recognition Date,Organization,Representative Name\nCA,Los Angeles,90015-1234,active,Yes,2026-07-16,2018-01-12,El Rescate,Ana Pérez"],
  ])("reads %s", (_, csv) => expect(roster(csv)).toEqual({ rows: [row], faults: [] }));

  it("takes what the roster does not say as unknown", () => {
    expect(roster("Name,Expiration\nEl Rescate,07/16/26")).toEqual({ rows: [{ ...row, city: null, state: null, postalCode: null, recognizedOn: null, renewalPending: false }], faults: [] });
  });

  it("takes an organization once, however many representatives it has", () => {
    expect(roster("Organization,Representative,Expires\nEl Rescate,Ana,07/16/26\nEl Rescate,Luis,07/16/26\nOther,Eva,07/16/26")).toMatchObject({ rows: [{ name: "El Rescate" }, { name: "Other", line: 4 }] });
  });

  it("names the rows that it cannot read", () => {
    expect(roster("Organization,Date Recognized,Expiration Date\n,1/1/20,1/1/27\nA,1/1/20,\nB,1/1/20,soon\nC,99/99/99,1/1/27\nD,1/1/20,1/1/27 or so\nE,,1/1/27")).toMatchObject({
      rows: [{ name: "E" }],
      faults: [
        { line: 2, column: "Organization", reason: "required" },
        { line: 3, column: "Expiration Date", reason: "required" },
        { line: 4, column: "Expiration Date", reason: "date" },
        { line: 5, column: "Date Recognized", reason: "date" },
        { line: 6, column: "Expiration Date", reason: "date" },
      ],
    });
  });

  it("says which columns are missing", () => {
    expect(roster("phone,note\n1,2")).toEqual({ missing: ["name", "expiresOn"] });
    expect(roster("Representative Name,Expiration Date\nAna,1/1/27")).toEqual({ missing: ["name"] });
  });

  it("does not fall over anything", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 2, maxLength: 2 }), fc.array(fc.tuple(fc.string({ unit: "binary" }), fc.string()), { maxLength: 5 }), (columns, rows) => {
        const read = rosterFromCsv({ columns: [...columns, "Organization", "Expires"], rows: rows.map((cells, index) => ({ line: index + 2, cells: [...cells, cells[0], cells[1]] })), faults: [] });
        expect("rows" in read && read.rows.length + read.faults.length).toBeLessThanOrEqual(rows.length);
      }),
    );
  });
});
