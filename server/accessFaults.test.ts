import { mkdtempSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { accessFaults } from "./accessFaults.ts";

it("every page, action and route of the staff area is in the table and asks it", async () => {
  expect(await accessFaults()).toEqual([]);
});

it("names what the table does not know, and what slips past the check", async () => {
  const folder = mkdtempSync(join(tmpdir(), "access-"));
  const files = {
    "admin/secret/page.tsx": "export default async function Page() {}",
    "(aside)/admin/secret/actions.ts": '"use server";\nexport async function drop() {}\nexport const save = staffAction("secret.save", async () => {});',
    "admin/secret/inner.tsx": 'function Button() {\n  async function press() {\n    "use server";\n  }\n}',
    "admin/(inside)/secret/route.ts": "export async function DELETE() {}",
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const faults = (await accessFaults(folder)).filter((fault) => fault.includes("secret")).map((fault) => fault.replace(folder, ""));
  expect(faults.sort()).toEqual([
    '/(aside)/admin/secret/actions.ts: an exported action is not made by staffAction or entranceAction',
    '/admin/(inside)/secret/route.ts: the route does not ask lib/access.ts for "DELETE /admin/secret"',
    '/admin/secret/inner.tsx: an action hides inside a function',
    '/admin/secret/page.tsx: the page does not begin with openStaffPage("/admin/secret")',
    'lib/access.ts does not know the action "secret.save"',
    'lib/access.ts does not know the page "/admin/secret"',
    'lib/access.ts does not know the route "DELETE /admin/secret"',
  ]);
});
