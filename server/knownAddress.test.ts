import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { addressForLinks, noteAddress } from "./knownAddress.ts";
import { readSettings } from "./settings.ts";

const dataDir = mkdtempSync(join(tmpdir(), "guide-address-"));
afterAll(() => rmSync(dataDir, { recursive: true }));

const at = (env: Record<string, string>) => ({ settings: { ...readSettings({ NODE_ENV: "test", ...env }), dataDir }, env: { NODE_ENV: "test" as const, ...env } });
const asked = async (env: Record<string, string>) => {
  const { settings, env: given } = at(env);
  return addressForLinks(settings, given);
};

it("is that of the guide that was started here, unless the environment names one", async () => {
  expect(await asked({ PORT: "4000" })).toEqual({ siteOrigin: "http://localhost:4000", adminOrigin: undefined });
  await noteAddress(at({ SITE_ORIGIN: "https://guide.example.org", ADMIN_ORIGIN: "https://staff.guide.example.org" }).settings);
  expect(await asked({})).toEqual({ siteOrigin: "https://guide.example.org", adminOrigin: "https://staff.guide.example.org" });
  expect(await asked({ SITE_ORIGIN: "https://other.example.org" })).toEqual({ siteOrigin: "https://other.example.org", adminOrigin: undefined });
  await noteAddress(at({ PORT: "4700" }).settings);
  expect(await asked({})).toEqual({ siteOrigin: "http://localhost:4700" });
});

it("does without a note that cannot be read", async () => {
  writeFileSync(join(dataDir, "address.json"), "{half");
  expect((await asked({})).siteOrigin).toBe("http://localhost:3000");
});
