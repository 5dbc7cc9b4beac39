import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Lock = { packages: Record<string, { optionalDependencies?: Record<string, string> }> };

// Packages ship their binaries as one optional package a system. A registry that lacks some of them makes
// `npm install` leave them out of the lock file, and then `npm ci` refuses it everywhere.
test("the lock file names the optional packages of every system", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages)),
  );
  expect(missing).toEqual([]);
});
