import { fetchChromium } from "../e2e/chromium.mjs";

export const browserArguments = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

let path: Promise<string | null> | undefined;

/** A Chromium that starts, found once. */
export async function browserPath(): Promise<string> {
  const found = await (path ??= fetchChromium(console.log));
  if (!found) throw new Error("There is no Chromium on this machine, and none could be fetched.");
  return found;
}
