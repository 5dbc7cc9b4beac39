// `npm run endurance`: the long counts (races, hostile texts, kills), written to bench/endurance.md. About a quarter of
// an hour. `npm run endurance 20 5 4` runs a few of each and writes nothing. Plain JavaScript: it lets Node read the rest.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

process.chdir(join(dirname(fileURLToPath(import.meta.url)), "../.."));
register();
const { endurance } = await import("./endurance.ts");
const [races, strings, kills] = process.argv.slice(2).map(Number);
process.exit(await endurance(races === undefined ? undefined : { races, strings: strings ?? 0, kills: kills ?? 0 }));
