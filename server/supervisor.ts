import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { callPress } from "./callPress.ts";
import { compiled } from "./compile.ts";
import { openDatabase } from "./database.ts";
import { databasePart } from "./databasePart.ts";
import { siteEnvironment, studioEnvironment } from "./environment.ts";
import { report } from "./failure.ts";
import { freePort } from "./freePort.ts";
import { headKeeper, keepAuditHead } from "./keepAuditHead.ts";
import { noteAddress } from "./knownAddress.ts";
import { keepRunning, type Part } from "./part.ts";
import { processPart } from "./processPart.ts";
import { readSettings, type Settings } from "./settings.ts";
import { runStep } from "./steps.ts";
import { stopSignal } from "./stopping.ts";
import type { Logins } from "./studioLogin.ts";

// Not 127.0.0.1: Next calls itself localhost in any case, and takes its own rewrites for foreign addresses.
const studioHost = "localhost";

/** The studio: Next, on loopback, on whatever port is free. */
function studioPart(settings: Settings, studioUrl: () => string, moved: (port: number) => void) {
  let port = 0;
  return processPart({
    name: "studio",
    command: async () => {
      port = await freePort(0, studioHost);
      const orphan = pathToFileURL(compiled(settings, "orphan.js")).href;
      const next = resolve("node_modules/next/dist/bin/next");
      return {
        // Enough for our pages; without a limit the heap grows to gigabytes before it is swept.
        // No deprecations: pg warns of what Prisma does with relations (docs/decisions/0008-revisions.md).
        args: ["--no-deprecation", "--max-old-space-size=192", "--max-semi-space-size=4", "--import", orphan, next, "start", "-H", studioHost, "-p", String(port)],
        env: { ...studioEnvironment(settings, studioUrl()), NODE_ENV: "production" },
        probe: `http://${studioHost}:${port}/_next/static/probe`,
      };
    },
    started: () => moved(port),
  });
}

/** The site: the only one that listens to the world. */
function sitePart(settings: Settings, studioPort: () => number) {
  return processPart({
    name: "site",
    command: async () => ({
      args: ["--max-old-space-size=128", "--max-semi-space-size=4", "--import", pathToFileURL(compiled(settings, "orphan.js")).href, compiled(settings, "site.js")],
      env: siteEnvironment(settings, studioPort()),
      probe: `http://${probeHost(settings.host)}:${settings.port}/problem`,
    }),
  });
}

function probeHost(host: string | undefined): string {
  if (!host || host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

/** Starts the database, the studio and the site, keeps them running, and stops them in order. */
export async function supervise(): Promise<void> {
  const signal = stopSignal();
  const settings = readSettings();
  const parts: Part[] = [];
  const database = await openDatabase(settings).catch((error: unknown) => {
    report(error);
    process.exit(1);
  });
  let logins: Logins = database;
  let studioPort = 0;
  const studio = studioPart(settings, () => logins.studioUrl, (port) => {
    studioPort = port;
    site.send({ studioPort });
  });
  const site = sitePart(settings, () => studioPort);
  const head = headKeeper(settings.dataDir, () => logins.url);
  let failed = false;
  try {
    await runStep(7, "Site", async () => {
      await studio.start();
      await site.start();
      return "started";
    });
    await noteAddress(settings).catch(report);
    console.log(`Ready: ${settings.siteOrigin}`);
    if (database.place)
      parts.push(await databasePart(database.place, logins, async (moved) => {
        logins = moved;
        await studio.kill(); // it comes back with the new address
      }));
    parts.push(studio, site);
    const press = callPress(() => studioEnvironment(settings, logins.studioUrl), signal);
    await Promise.all([press, keepAuditHead(head, signal), ...parts.map((part) => keepRunning(part, signal))]);
  } catch (error) {
    failed = true;
    report(error);
  }
  await stopAll([site, studio]);
  await head.keep().catch(() => {});
  await database.close();
  process.exit(failed ? 1 : 0);
}

async function stopAll(parts: Part[]): Promise<void> {
  for (const part of parts) await part.stop();
}
