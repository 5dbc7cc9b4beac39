import { expect, it } from "vitest";
import { daysAfter, formatDate, isoDay } from "./dates.ts";

it("is as precise as the date is known", () => {
  expect(["2017", "2026-07", "2017-03-21"].map((date) => formatDate(date, "en"))).toEqual(["2017", "July 2026", "March 21, 2017"]);
  expect(["2017", "2026-07", "2017-03-01"].map((date) => formatDate(date, "es"))).toEqual(["2017", "julio de 2026", "1 de marzo de 2017"]);
});

it("names the same day in every time zone", () => {
  const zone = process.env.TZ;
  for (const name of ["Pacific/Kiritimati", "America/Los_Angeles", "UTC"]) {
    process.env.TZ = name;
    expect(formatDate("2026-01-01", "en")).toBe("January 1, 2026");
    expect(isoDay(new Date("2026-01-01"))).toBe("2026-01-01");
  }
  process.env.TZ = zone;
});

it("counts days over ends of months, leap days and the change of clocks", () => {
  expect([daysAfter("2028-02-28", 1), daysAfter("2026-11-01", 1), daysAfter("2026-01-01", -1)]).toEqual(["2028-02-29", "2026-11-02", "2025-12-31"]);
});
