import { expect, it } from "vitest";
import { withWholeAddresses, type ImportRemark } from "./importRemarks.ts";

const fault = (column: string, reason = "required"): ImportRemark => ({ kind: "fault", column, reason, value: "" });

it("the missing parts of one address are one remark, and everything else stays where it was", () => {
  const remarks = [fault("phone_1"), fault("address_1_line1"), fault("address_1_city"), fault("address_1_zip", "zip"), fault("address_2_city"), fault("address_1_state"), { kind: "quotes" } as const];
  expect(withWholeAddresses(remarks)).toEqual([fault("phone_1"), fault("address_1_line1, address_1_city, address_1_state"), fault("address_1_zip", "zip"), fault("address_2_city"), { kind: "quotes" }]);
  expect(withWholeAddresses([])).toEqual([]);
});
