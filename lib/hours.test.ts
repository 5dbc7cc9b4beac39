import { describe, expect, it } from "vitest";
import { clockOf, formatDays, formatOpenings, formatTime, openState } from "./hours.ts";

const city = "America/Los_Angeles";
const weekdays = [{ byday: "MO,TU,WE,TH,FR", opensAt: "08:30", closesAt: "17:30" }];
const at = (instant: string) => new Date(instant);

describe("openState", () => {
  it("is unknown where no hours are known, which is not closed", () => {
    expect(openState([], city, at("2026-11-23T18:00:00Z"))).toEqual({ state: "unknown" });
  });

  it.each([
    ["2026-11-23T16:29:00Z", "closed"], // Monday 8:29
    ["2026-11-23T16:30:00Z", "open"], // 8:30
    ["2026-11-24T01:29:00Z", "open"], // Monday 17:29, Tuesday in UTC
    ["2026-11-24T01:30:00Z", "closed"], // 17:30
    ["2026-11-21T20:00:00Z", "closed"], // Saturday noon
    ["2026-11-22T20:00:00Z", "closed"], // Sunday noon
    ["2026-11-23T02:00:00Z", "closed"], // Sunday evening, Monday in UTC
  ])("counts in the city's own time: %s", (instant, state) => {
    expect(openState(weekdays, city, at(instant)).state).toBe(state);
  });

  it("says until when", () => {
    expect(openState(weekdays, city, at("2026-11-23T20:00:00Z"))).toEqual({ state: "open", until: "17:30" });
  });

  it.each([
    // Clocks go forward at 2:00 on Sunday, March 14, 2027, and back on November 7: 8:30 is another instant before and after.
    ["2027-03-12T16:30:00Z", "open"],
    ["2027-03-15T15:29:00Z", "closed"],
    ["2027-03-15T15:30:00Z", "open"],
    ["2027-11-05T15:30:00Z", "open"],
    ["2027-11-08T15:30:00Z", "closed"],
    ["2027-11-08T16:30:00Z", "open"],
  ])("follows the change of clocks: %s", (instant, state) => {
    expect(openState(weekdays, city, at(instant)).state).toBe(state);
  });

  it("knows the hour that happens twice and the one that never does", () => {
    const night = [{ byday: "SU", opensAt: "01:30", closesAt: "03:00" }];
    expect(openState(night, city, at("2027-11-07T08:30:00Z")).state).toBe("open"); // 1:30 PDT
    expect(openState(night, city, at("2027-11-07T09:30:00Z")).state).toBe("open"); // 1:30 PST
    expect(openState(night, city, at("2027-11-07T11:00:00Z")).state).toBe("closed"); // 3:00 PST
    expect(openState(night, city, at("2027-03-14T09:59:00Z")).state).toBe("open"); // 1:59 PST
    expect(openState(night, city, at("2027-03-14T10:00:00Z")).state).toBe("closed"); // 3:00 PDT
  });

  it("stays open past midnight, Saturday night into Sunday too", () => {
    const late = [{ byday: "SA", opensAt: "20:00", closesAt: "02:00" }];
    expect(openState(late, city, at("2026-11-22T07:30:00Z"))).toEqual({ state: "open", until: "02:00" }); // Saturday 23:30
    expect(openState(late, city, at("2026-11-22T08:00:00Z")).state).toBe("open"); // Sunday 0:00
    expect(openState(late, city, at("2026-11-22T09:59:00Z")).state).toBe("open"); // Sunday 1:59
    expect(openState(late, city, at("2026-11-22T10:00:00Z")).state).toBe("closed"); // Sunday 2:00
    expect(openState(late, city, at("2026-11-21T09:00:00Z")).state).toBe("closed"); // Saturday 1:00: Friday was closed
  });

  it("is open around the clock", () => {
    const always = [{ byday: "MO,TU,WE,TH,FR,SA,SU", opensAt: "00:00", closesAt: "00:00" }];
    for (const instant of ["2026-11-22T08:00:00Z", "2026-11-22T07:59:00Z", "2026-11-25T20:00:00Z"]) expect(openState(always, city, at(instant)).state).toBe("open");
  });

  it("knows several openings a day", () => {
    const twice = [
      { byday: "WE", opensAt: "09:00", closesAt: "12:00" },
      { byday: "WE", opensAt: "13:00", closesAt: "16:00" },
    ];
    expect(openState(twice, city, at("2026-11-25T20:30:00Z")).state).toBe("closed"); // 12:30
    expect(openState(twice, city, at("2026-11-25T21:30:00Z"))).toEqual({ state: "open", until: "16:00" });
  });
});

// Node's own words for a. m. have narrow or no-break spaces.
const plain = (text: string) => text.replace(/\s/gu, " ");

describe("words for hours", () => {
  it("writes times as people read them", () => {
    expect(["00:00", "08:30", "12:00", "17:30"].map((time) => plain(formatTime(time, "en")))).toEqual(["12:00 AM", "8:30 AM", "12:00 PM", "5:30 PM"]);
    expect(plain(formatTime("17:30", "es"))).toMatch(/^5:30 p\. ?m\.$/);
  });

  it("joins runs of days", () => {
    expect(formatDays("MO,TU,WE,TH,FR", "en")).toBe("Monday–Friday");
    expect(formatDays("MO,TU,WE,TH,FR", "es")).toBe("lunes–viernes");
    expect(formatDays("FR,MO", "en")).toBe("Monday and Friday");
    expect(formatDays("SA,SU", "es")).toBe("sábado y domingo");
    expect(formatDays("MO,TU,TH,FR,SA", "en")).toBe("Monday, Tuesday, and Thursday–Saturday");
    expect(formatDays("WE", "es")).toBe("miércoles");
  });

  it("lists openings in the order of the week", () => {
    const openings = [
      { byday: "SU", opensAt: "10:00", closesAt: "12:00" },
      { byday: "MO", opensAt: "13:00", closesAt: "16:00" },
      { byday: "MO", opensAt: "09:00", closesAt: "12:00" },
    ];
    expect(formatOpenings(openings, "es").map((line) => line.split(":")[0])).toEqual(["Lunes", "Lunes", "Domingo"]);
    expect(plain(formatOpenings(openings, "en")[0]!)).toBe("Monday: 9:00 AM–12:00 PM");
  });
});

describe("clockOf", () => {
  it("knows the city's day, not that of Greenwich", () => {
    expect(clockOf(city, at("2026-11-22T02:00:00Z")).today).toBe("2026-11-21");
    expect(clockOf(city, at("2026-11-22T08:00:00Z")).today).toBe("2026-11-22");
  });
});
