import { failedChild, runNode } from "./child.ts";
import { ask } from "./databaseCheck.ts";

/**
 * With DEMO=1 makes the demonstration staff; without it ends what is left of them (prisma/seed/demonstrationStaff.ts).
 * @returns a sentence for the screen, or null
 */
export async function settleDemonstration(url: string, signal?: AbortSignal): Promise<string | null> {
  const wished = process.env.DEMO === "1";
  // Without one this is one short question, not another process.
  if (!wished && (await ask(url, 'SELECT 1 FROM "StaffMember" WHERE "demonstration" AND "disabledAt" IS NULL LIMIT 1')).length === 0) return null;
  const ended = await runNode(["--no-deprecation", "--import", "tsx", "prisma/demonstrationStaff.ts"], { env: { ...process.env, DATABASE_URL: url }, signal });
  if (!ended.ok && !signal?.aborted) throw failedChild("The demonstration staff could not be settled", ended);
  return wished ? "DEMO=1: anybody can sign in to /admin with published passwords. Never with real residents." : "The demonstration staff cannot sign in any more.";
}
