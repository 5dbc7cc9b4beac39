import { expect, it } from "vitest";
import { plainText } from "./plainText.ts";

it("leaves the words and takes the marks", () => {
  expect(plainText("**Call** [CARECEN](https://carecen-la.org).\n\nThen *wait*.")).toBe("Call CARECEN. Then wait.");
});

it("cuts at a word", () => {
  const text = plainText("word ".repeat(100));
  expect(text.length).toBeLessThanOrEqual(161);
  expect(text).toMatch(/word…$/);
  expect(plainText("short")).toBe("short");
});
