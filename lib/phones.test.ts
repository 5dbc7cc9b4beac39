import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPhone, parsePhone, telephoneLink } from "./phones.ts";

describe("parsePhone", () => {
  it.each(["(213) 387-3284", "213-387-3284", "213.387.3284", "+1 213 387 3284", "1-213-387-3284", "2133873284"])("reads %s", (written) => {
    expect(parsePhone(written)).toBe("+12133873284");
  });
  it.each(["", "387-3284", "213-387-328", "213-387-32845", "113-387-3284", "213-187-3284", "+44 20 7946 0958", "call us"])("refuses %j", (written) => {
    expect(parsePhone(written)).toBeNull();
  });
  it("reads again what formatPhone writes", () => {
    const digit = (from: number) => fc.integer({ min: from, max: 9 });
    fc.assert(
      fc.property(fc.tuple(digit(2), digit(0), digit(0), digit(2), digit(0), digit(0), digit(0), digit(0), digit(0), digit(0)), (digits) => {
        const number = `+1${digits.join("")}`;
        expect(parsePhone(formatPhone(number))).toBe(number);
      }),
    );
  });
});

describe("formatPhone", () => {
  it("puts area codes in brackets, but not those that cost nothing", () => {
    expect(formatPhone("+12133873284")).toBe("(213) 387-3284");
    for (const area of ["800", "833", "844", "855", "866", "877", "888"]) expect(formatPhone(`+1${area}3994529`)).toBe(`${area}-399-4529`);
    expect(formatPhone("+18183994529")).toBe("(818) 399-4529");
  });
  it("leaves other numbers as they are", () => {
    expect(formatPhone("+442079460958")).toBe("+442079460958");
  });
});

describe("telephoneLink", () => {
  it("dials an extension too", () => {
    expect(telephoneLink({ number: "+12133873284" })).toBe("tel:+12133873284");
    expect(telephoneLink({ number: "+12133873284", extension: null })).toBe("tel:+12133873284");
    expect(telephoneLink({ number: "+12133873284", extension: "12" })).toBe("tel:+12133873284;ext=12");
  });
});
