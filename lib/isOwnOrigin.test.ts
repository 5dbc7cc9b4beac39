import { describe, expect, it } from "vitest";
import { isOwnOrigin } from "./isOwnOrigin.ts";

describe("a form is our own where the browser names the address that it goes to", () => {
  const [known, unset] = ["https://guide.example", "http://localhost:3000"];

  it.each([
    ["https://guide.example", "guide.example", known, true], // TLS ends in front of us
    ["https://guide.example", "GUIDE.example", known, true],
    ["http://guide.example", "guide.example", known, false], // somebody in between made that page
    ["http://10.0.0.7:3000", "10.0.0.7:3000", known, true], // past the proxy, or a tunnel
    ["https://guide.example", "guide.example", unset, true],
    ["http://localhost:3000", "localhost:3000", unset, true],
    ["https://localhost:3000", "localhost:3000", unset, true],
    ["http://guide.example", "guide.example", "http://guide.example", true],
    ["https://evil.example", "guide.example", known, false],
    ["https://guide.example:8443", "guide.example", known, false],
    ["https://guide.example.evil.example", "guide.example", known, false],
    ["null", "guide.example", known, false],
    ["", "", known, false],
    [undefined, "guide.example", known, false],
    ["https://guide.example", undefined, known, false],
  ])("%s to %s, known as %s: %s", (origin, host, publicOrigin, answer) => expect(isOwnOrigin(origin, host, publicOrigin)).toBe(answer));
});
