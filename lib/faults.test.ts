import { expect, it } from "vitest";
import { z } from "zod";
import { faultsOf } from "./faults.ts";

it("names each field once, by what is wrong with it first", () => {
  const parsed = z.object({ name: z.string().min(2).regex(/^a/, "slug"), url: z.url() }).safeParse({ name: "", url: "x" });
  expect(faultsOf(parsed.error!)).toEqual([{ path: "name", code: "required" }, { path: "url", code: "webAddress" }]);
});

it("stops at a hundred: whoever sends thousands of wrong rows keeps nobody waiting", () => {
  const parsed = z.array(z.string()).safeParse(Array.from({ length: 50_000 }, () => 1));
  const began = performance.now();
  expect(faultsOf(parsed.error!)).toHaveLength(100);
  expect(performance.now() - began).toBeLessThan(1_000);
});
