import { expect, it } from "vitest";
import { textHash } from "./hash.ts";

it("does not depend on the order of keys, but on that of lists", () => {
  expect(textHash({ a: 1, b: { c: [1, 2], d: "x" } })).toBe(textHash({ b: { d: "x", c: [1, 2] }, a: 1 }));
  expect(textHash([1, 2])).not.toBe(textHash([2, 1]));
});

it("takes a field that is undefined for one that is absent, as the database does", () => {
  expect(textHash({ a: "x", why: undefined })).toBe(textHash({ a: "x" }));
  expect(textHash({ a: "x", why: null })).not.toBe(textHash({ a: "x" }));
});

it("changes with every character", () => {
  expect(textHash({ a: "no" })).not.toBe(textHash({ a: "No" }));
  expect(textHash({ a: "no" })).toMatch(/^[0-9a-f]{64}$/);
});
