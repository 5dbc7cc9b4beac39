import { expect, it } from "vitest";
import { races } from "./races.ts";

// A thousand of them: npm run endurance.
it("of two who save or decide at once exactly one wins", async () => {
  expect(await races(20)).toEqual([]);
});
