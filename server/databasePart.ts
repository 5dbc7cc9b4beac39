import { restartDatabase } from "./database.ts";
import { answers } from "./databaseCheck.ts";
import type { Place } from "./databasePlace.ts";
import { killServer, runningServer, stopServer } from "./databaseServer.ts";
import { startedAt } from "./lock.mjs";
import type { Part } from "./part.ts";
import type { Logins } from "./studioLogin.ts";

/** The embedded database as a part; `moved` is called when it comes back at another address. */
export async function databasePart(place: Place, { url }: Logins, moved: (logins: Logins) => Promise<void>): Promise<Part> {
  let pid = (await runningServer(place))?.pid ?? 0;
  return {
    name: "database",
    async start() {
      const now = await restartDatabase(place);
      pid = (await runningServer(place))?.pid ?? 0;
      if (now.url !== url) await moved(now);
      url = now.url;
    },
    isAlive: () => pid > 0 && startedAt(pid) !== null,
    answers: () => answers(url, 3_000),
    kill: () => killServer(pid),
    stop: () => stopServer(place),
  };
}
