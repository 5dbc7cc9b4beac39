// `npm run endurance`: the long counts (races, hostile texts, kills), written to bench/endurance.md. About a quarter of
// an hour. Plain JavaScript: it lets Node read the rest.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

process.chdir(join(dirname(fileURLToPath(import.meta.url)), "../.."));
register();
const { endurance } = await import("./endurance.ts");
process.exit(await endurance());
