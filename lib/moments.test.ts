import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endOf, formatMoment, startOf } from "./moments.ts";

const city = "America/Los_Angeles";
const iso = (on: string, at: string | null = null, timeZone = city) => endOf(on, at, timeZone)?.toISOString();

describe("endOf", () => {
  it("is midnight in the city, not at Greenwich", () => {
    expect(iso("2026-05-03")).toBe("2026-05-04T06:59:59.999Z");
    expect(iso("2026-12-31")).toBe("2027-01-01T07:59:59.999Z");
    expect(iso("2026-05-03", null, "Asia/Kolkata")).toBe("2026-05-03T18:29:59.999Z");
  });

  it("is the end of the minute that was asked for", () => {
    expect(iso("2026-05-03", "00:00")).toBe("2026-05-03T07:00:59.999Z");
    expect(iso("2026-05-03", "14:30")).toBe("2026-05-03T21:30:59.999Z");
  });

  it("knows the days when clocks change", () => {
    expect(iso("2026-03-07")).toBe("2026-03-08T07:59:59.999Z");
    expect(iso("2026-03-08")).toBe("2026-03-09T06:59:59.999Z");
    expect(iso("2026-03-08", "02:30")).toBe("2026-03-08T10:30:59.999Z");
    expect(iso("2026-11-01", "01:30")).toBe("2026-11-01T09:30:59.999Z");
    expect(iso("2026-11-01", "00:30")).toBe("2026-11-01T07:30:59.999Z");
    expect(iso("2026-11-01")).toBe("2026-11-02T07:59:59.999Z");
    // Clocks went forward at midnight: that day began at one.
    expect(iso("2018-11-03", null, "America/Sao_Paulo")).toBe("2018-11-04T02:59:59.999Z");
  });

  it("refuses what is no day or time", () => {
    for (const on of ["", "2026-02-30", "2026-5-3", "tomorrow", "2026-05-03T00:00", "0000-01-01", "9999-12-31", "'; DROP"]) expect(endOf(on, null, city)).toBeNull();
    for (const at of ["", "24:00", "9:00", "12:60", "noon"]) expect(endOf("2026-05-03", at, city)).toBeNull();
  });

  it("begins where the day before ended", () => {
    for (const [on, before] of [["2026-03-08", "2026-03-07"], ["2026-03-09", "2026-03-08"], ["2026-11-01", "2026-10-31"], ["2026-11-02", "2026-11-01"]] as const)
      expect(startOf(on, city)!.getTime() - endOf(before, null, city)!.getTime()).toBe(1);
    expect(startOf("soon", city)).toBeNull();
  });

  it("reads as the same day and minute in the city, whatever the day", () => {
    const day = fc.date({ min: new Date("1990-01-01"), max: new Date("2060-01-01"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (on) => {
        const read = new Intl.DateTimeFormat("en-CA", { timeZone: city, dateStyle: "short", timeStyle: "short", hourCycle: "h23" }).format(endOf(on, null, city)!);
        expect(read).toMatch(new RegExp(`^${on}.*23:59$`));
      }),
    );
  });
});

it("formatMoment writes the city's own clock", () => {
  expect(formatMoment(new Date("2026-05-04T06:59:59Z"), city, "en")).toMatch(/May 3, 2026.*11:59/);
  expect(formatMoment(new Date("2026-05-04T06:59:59Z"), city, "es")).toMatch(/3 may.*2026.*11:59/i);
});
