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
};

/** Reads the settings from the environment (docs/deploy.md lists them). */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Failure(`PORT must be a number from 1 to 65535, and it is "${env.PORT}".`);
  return {
    dataDir: resolve(env.DATA_DIR || ".data"),
    distDir: resolve(env.NEXT_DIST_DIR || ".next"),
    port,
    host: env.HOST || undefined,
    siteOrigin: readOrigin(env.SITE_ORIGIN || `http://localhost:${port}`),
  };
}

function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search !== "" || url.hash !== "")
    throw new Failure(`SITE_ORIGIN must look like https://guide.example.org, without a path, and it is "${text}".`);
  return url.origin;
}
