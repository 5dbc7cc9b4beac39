import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Settings } from "./settings.ts";

// A command that is typed beside a running guide (`npm run staff:add`) may not have the settings that the guide was
// started with, and still has to print links that lead there.

const shape = z.object({ siteOrigin: z.url(), adminOrigin: z.url().optional() });
const fileOf = (dataDir: string) => join(dataDir, "address.json");

/** Notes under which addresses the guide of this data folder answers. */
export async function noteAddress({ dataDir, siteOrigin, adminOrigin }: Settings): Promise<void> {
  await writeFile(fileOf(dataDir), JSON.stringify({ siteOrigin, adminOrigin }));
}

/** The addresses that links have to use: those of the environment where it names any, else those that the guide was last started with. */
export async function addressForLinks({ dataDir, siteOrigin, adminOrigin }: Settings, env: NodeJS.ProcessEnv = process.env): Promise<{ siteOrigin: string; adminOrigin?: string | undefined }> {
  const given = { siteOrigin, adminOrigin };
  if (env.SITE_ORIGIN || env.ADMIN_ORIGIN) return given;
  const noted = await readFile(fileOf(dataDir), "utf8").then(
    (text) => shape.safeParse(parse(text)),
    () => null,
  );
  return noted?.success ? noted.data : given;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
