import { fetchChromium } from "../e2e/chromium.mjs";

let path: Promise<string | null> | undefined;

/** A Chromium that starts, found once. */
export async function browserPath(): Promise<string> {
  const found = await (path ??= fetchChromium(console.log));
  if (!found) throw new Error("There is no Chromium on this machine, and none could be fetched.");
  return found;
}
