import { resolve } from "node:path";
import { Failure } from "./failure.ts";

export type Settings = {
  /** Everything that must outlive a restart. */
  dataDir: string;
  /** What `next build` wrote. */
  distDir: string;
  port: number;
  /** Address to listen on; undefined means all. */
  host: string | undefined;
  siteOrigin: string;
  /** Where the staff area answers, and it alone; undefined means under siteOrigin. */
  adminOrigin: string | undefined;
  /** A reverse proxy in front tells the reader's address (the last entry of X-Forwarded-For). */
  trustProxy: boolean;
};

/** Reads the settings from the environment (docs/deploy.md lists them). */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Failure(`PORT must be a number from 1 to 65535, and it is "${env.PORT}".`);
  const siteOrigin = readOrigin("SITE_ORIGIN", env.SITE_ORIGIN || `http://localhost:${port}`);
  const adminOrigin = env.ADMIN_ORIGIN ? readOrigin("ADMIN_ORIGIN", env.ADMIN_ORIGIN) : undefined;
  if (adminOrigin && new URL(adminOrigin).host === new URL(siteOrigin).host)
    throw new Failure("ADMIN_ORIGIN must name another host than SITE_ORIGIN: leave it out to have the staff area under the same one.");
  if (!["", "0", "1"].includes(env.TRUST_PROXY ?? "")) throw new Failure(`TRUST_PROXY must be 1 or 0, and it is "${env.TRUST_PROXY}".`);
  return {
    dataDir: resolve(env.DATA_DIR || ".data"),
    distDir: resolve(env.NEXT_DIST_DIR || ".next"),
    port,
    host: env.HOST || undefined,
    siteOrigin,
    adminOrigin,
    trustProxy: env.TRUST_PROXY === "1",
  };
}

function readOrigin(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search !== "" || url.hash !== "")
    throw new Failure(`${name} must look like https://guide.example.org, without a path, and it is "${text}".`);
  return url.origin;
}

const together = [["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"], ["SMTP_URL", "MAIL_FROM"]];

/**
 * Settings of which half is there: the first person who signs in, or waits for a mail, would find it out. Looked at before
 * the start; the site process is told no secrets, and has half of them by right.
 * @throws Failure that names what is missing
 */
export function checkTogether(env: NodeJS.ProcessEnv = process.env): void {
  if (env.SMTP_URL && !/^smtps?:\/\/[^/]/.test(env.SMTP_URL)) throw new Failure("SMTP_URL must look like smtps://user:password@mail.example.org.");
  for (const names of together) {
    const missing = names.filter((name) => !env[name]);
    if (missing.length > 0 && missing.length < names.length) throw new Failure(`${names.join(", ")} belong together, and ${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} missing.`);
  }
}
