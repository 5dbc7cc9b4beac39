// The site process: the only one that listens to the world. It writes no access log at all.
import { join } from "node:path";
import { codeOf, report } from "./failure.ts";
import { openProblemPages } from "./problemPages.ts";
import { readSettings } from "./settings.ts";
import { closeSite, createSite } from "./siteServer.ts";
import { stopSignal } from "./stopping.ts";

let studioPort = Number(process.env.STUDIO_PORT);
// A studio that came back has another port.
process.on("message", (message) => {
  if (typeof message === "object" && message !== null && "studioPort" in message) studioPort = Number(message.studioPort);
});

try {
  const settings = readSettings();
  const pages = await openProblemPages({
    distDir: settings.distDir,
    folder: join(settings.dataDir, "problem"),
    studio: () => `http://localhost:${studioPort}`,
  });
  const server = createSite({ ...settings, studioPort: () => studioPort, pages });
  server.on("error", (error) => {
    console.error(codeOf(error) === "EADDRINUSE" ? `Port ${settings.port} is taken by another program.` : error.message);
    process.exit(1);
  });
  server.listen({ port: settings.port, host: settings.host });
  stopSignal().addEventListener("abort", () => void closeSite(server).then(() => process.exit(0)));
} catch (error) {
  report(error);
  process.exit(1);
}
