import { readFile, readdir } from "node:fs/promises";
import { staffActions, staffPages, staffRoutes } from "../lib/access.ts";

/** "(frame)/admin/listings/[id]/page.tsx" → "/admin/listings/[id]"; groups in parentheses are no part of an address. */
const addressOf = (name: string) => `/${name}`.replace(/\/[^/]+$/, "").replace(/\/\([^)]+\)/g, "");
const isOfStaff = (address: string) => /^\/admin(\/|$)/.test(address);

type Found = { page: string[]; action: string[]; route: string[] };

/**
 * Looks through the staff area for pages, actions and routes that lib/access.ts does not know, that do not ask it, or
 * that it knows and are no more. The build fails on any.
 * @returns a sentence for each
 */
export async function accessFaults(folder = "app"): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll("\\", "/")).filter((name) => /\.tsx?$/.test(name));
  const faults: string[] = [];
  const found: Found = { page: [], action: [], route: [] };
  for (const name of names) faults.push(...look(name, await readFile(`${folder}/${name}`, "utf8"), found).map((fault) => `${folder}/${name}: ${fault}`));
  const tables = { page: staffPages, action: staffActions, route: staffRoutes };
  for (const kind of ["page", "action", "route"] as const) {
    const known = Object.keys(tables[kind]);
    faults.push(...found[kind].filter((one) => !known.includes(one)).map((one) => `lib/access.ts does not know the ${kind} "${one}"`));
    faults.push(...known.filter((one) => !found[kind].includes(one)).map((one) => `lib/access.ts names the ${kind} "${one}", which is not there`));
  }
  return faults;
}

function look(name: string, text: string, found: Found): string[] {
  const address = addressOf(name);
  if (isOfStaff(address) && /(^|\/)page\.tsx$/.test(name)) {
    found.page.push(address);
    if (!/\bopen(StaffPage|Entrance)\(/.test(text) || !text.includes(`"${address}"`)) return [`the page does not begin with openStaffPage("${address}")`];
  }
  if (isOfStaff(address) && /(^|\/)route\.tsx?$/.test(name)) {
    const methods = [...text.matchAll(/^export (?:async )?(?:const|function) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm)].map(([, method]) => `${method} ${address}`);
    found.route.push(...methods);
    if (!methods.every((method) => text.includes(`"${method}"`))) return [`the route does not ask lib/access.ts for ${methods.map((method) => `"${method}"`).join(", ")}`];
  }
  if (/\n\s+["']use server["']/.test(text)) return ["an action hides inside a function"];
  if (!/^["']use server["']/.test(text)) return [];
  const made = [...text.matchAll(/^export const (\w+) = (?:staff|entrance)Action\(\s*"([^"]+)"/gm)];
  found.action.push(...made.map(([, , action]) => action!));
  const exported = [...text.matchAll(/^export\b(?! type\b)[^\n]*/gm)].length;
  return exported === made.length ? [] : ["an exported action is not made by staffAction or entranceAction"];
}
