import { staffSecret } from "../data/auth/secret.ts";
import { ask } from "./databaseCheck.ts";
import { Failure } from "./failure.ts";

/**
 * Whether the second factors in this database were sealed with the secret that is here now: after a restore it may be another one.
 * The guide starts in any case, because residents need no secret.
 * @returns a sentence for the screen, or null
 * @throws Failure when the secret is too short to be one
 */
export async function secretRemark(url: string): Promise<string | null> {
  const key = await staffSecret().catch((error: unknown) => {
    throw new Failure(error instanceof Error ? error.message : String(error));
  });
  const [row] = await ask<{ secret: string }>(url, 'SELECT secret FROM "StaffSecondFactor" LIMIT 1');
  if (!row) return null;
  // Only now: the library takes a moment to load, and a start shall be quick.
  const { symmetricDecrypt } = await import("better-auth/crypto");
  return symmetricDecrypt({ key, data: row.secret }).then(
    () => null,
    () => "STAFF_SECRET (or DATA_DIR/staff-secret) is not the one that second factors were sealed with: nobody's code works. Put the old one back, or give each person a new link (npm run staff:add -- --email … --rescue).",
  );
}
