import type { Settings } from "./settings.ts";

const secrets = ["DATABASE_URL", "DATABASE_OWNER_URL", "BACKUP_PASSPHRASE", "STAFF_SECRET", "SMTP_URL", "OIDC_CLIENT_SECRET"];
// Empty, not left out: Next would read the line of .env again.
const without = (names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, ""]));

/** What Next and the press get to know: the studio's login, never the owner's. */
export function studioEnvironment({ siteOrigin, adminOrigin, dataDir }: Settings, studioUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...without(["DATABASE_OWNER_URL", "BACKUP_PASSPHRASE"]),
    DATABASE_URL: studioUrl,
    DATA_DIR: dataDir,
    SITE_ORIGIN: siteOrigin,
    ADMIN_ORIGIN: adminOrigin ?? "",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** What the process that the world reaches gets to know: no secret. */
export function siteEnvironment({ siteOrigin }: Settings, studioPort: number): NodeJS.ProcessEnv {
  return { ...process.env, ...without(secrets), NODE_ENV: "production", SITE_ORIGIN: siteOrigin, STUDIO_PORT: String(studioPort) };
}
