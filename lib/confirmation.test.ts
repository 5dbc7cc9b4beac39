import { describe, expect, it } from "vitest";
import { confirmationForm, exactFacts, parseWebsite } from "./confirmation";

describe("an organization's answer", () => {
  it("puts a number and a web address into the listing only where they are one", () => {
    expect(exactFacts({ phone: "(213) 387-3284", website: "www.example.org" })).toEqual({ phone: "+12133873284", website: "https://www.example.org" });
    expect(exactFacts({ phone: "call Maria, ext. 4", website: "ask us" })).toEqual({});
  });

  it("takes no address that could run something", () => {
    for (const hostile of ["javascript:alert(1)", "data:text/html,x", "ftp://example.org", "//", "https://", "localhost", "https://user@", " "]) expect(parseWebsite(hostile)).toBeNull();
  });

  it("is right or wrong, and never both", () => {
    const link = { token: "t", locale: "en" };
    const hash = "a".repeat(64);
    expect(confirmationForm.safeParse({ ...link, answer: "right", phones: hash, rest: hash }).success).toBe(true);
    expect(confirmationForm.safeParse({ ...link, answer: "right", phones: hash, rest: hash, note: "but" }).success).toBe(false);
    expect(confirmationForm.safeParse({ ...link, answer: "wrong", note: "x".repeat(501) }).success).toBe(false);
    expect(confirmationForm.parse({ ...link, answer: "wrong", note: "a\r\nb" })).toMatchObject({ note: "a\nb", phone: "" });
  });
});
