import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { db } from "../data/db.ts";

// This site keeps no record of its readers, and nothing about anybody's papers. What somebody needs help with
// ("citizenship") is a value of a listing, not a column about a person.
const forbidden =
  /citizen|immigra|nationality|nativity|alien|undocumented|visa|passport|legal_?status|(country|place)_?of_?(birth|origin)|birth_?(place|country)|entry_?date|ip_?address|user_?agent|visitor|session|search_?log/i;

// Staff sign in; residents never do. Of staff, too, nothing is asked about papers.
const aboutReaders = /ip_?address|user_?agent|session/i;
const isStaffs = (name: string) => /^Staff/.test(name) && aboutReaders.test(name) && !forbidden.test(name.replaceAll(new RegExp(aboutReaders, "gi"), ""));

it("has no field about citizenship or immigration status, and none about readers", () => {
  const schema = readFileSync("prisma/schema.prisma", "utf8").replace(/\/\/.*$/gm, "");
  const names = [...schema.matchAll(/^(?:model|enum|type|view)\s+(\w+)\s*\{([^}]*)\}/gm)].flatMap(([, name, body]) => [
    name!,
    ...body!.split("\n").flatMap((line) => (/^\s*(\w+)/.exec(line) ? [`${name}.${/^\s*(\w+)/.exec(line)![1]}`] : [])),
  ]);
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => forbidden.test(name) && !isStaffs(name))).toEqual([]);
});

it("has no such column in the database either", async () => {
  const columns = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`;
  expect(columns.length).toBeGreaterThan(80);
  expect(columns.map(({ name }) => name).filter((name) => forbidden.test(name) && !isStaffs(name))).toEqual([]);
});
