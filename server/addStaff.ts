import { parseArgs } from "node:util";
import { Failure } from "./failure.ts";

const usage = 'npm run staff:add -- --email ana@example.org --name "Ana Pérez" [--role administrator] [--language en]\nor, for somebody who lost password and second step: npm run staff:add -- --email ana@example.org --rescue';

function read(args: string[]) {
  try {
    const options = { email: { type: "string" }, name: { type: "string" }, role: { type: "string", default: "administrator" }, language: { type: "string", default: "en" }, rescue: { type: "boolean" } } as const;
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : error}\nLike this: ${usage}`);
  }
}

/** Adds one person to the staff, the first administrator most of all, and prints the link by which they choose a password. */
export async function addStaff(url: string, args: string[]): Promise<void> {
  const { language, rescue, ...person } = read(args);
  process.env.DATABASE_URL = url;
  if (rescue) return rescueStaff(person.email?.trim().toLowerCase() ?? "");
  // Only now: the client of the database may just have been generated.
  const staff = await import("../data/staff.ts");
  const parsed = staff.invitation.safeParse({ ...person, locale: language });
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path }) => (path[0] === "locale" ? "--language" : `--${String(path[0])}`));
    throw new Failure(`Missing or not right: ${[...new Set(wrong)].join(", ")}.\nLike this: ${usage}`);
  }
  const answer = await staff.addStaff(null, parsed.data);
  if ("refused" in answer) throw new Failure(`Somebody with the e-mail address ${parsed.data.email} is there already. An administrator makes a new link under Staff; where nobody can: --rescue.`);
  console.log(`Added ${parsed.data.name} (${parsed.data.role}). With this link they choose a password; it works once, for 48 hours:\n\n  ${answer.link}\n`);
}

async function rescueStaff(email: string): Promise<void> {
  const { rescueStaff } = await import("../data/auth/rescue.ts");
  const link = await rescueStaff(email);
  if (!link) throw new Failure(`Nobody with the e-mail address "${email}" can sign in here.\nLike this: ${usage}`);
  console.log(`With this link ${email} chooses a new password; it works once, for 48 hours. The second step is taken away:\n\n  ${link}\n`);
}
