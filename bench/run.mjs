// `npm run bench`: measures what README promises, prints it and writes bench/results.md.
// `npm run bench search bytes` measures only these, and writes nothing. Plain JavaScript: it lets Node read the rest.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

process.chdir(join(dirname(fileURLToPath(import.meta.url)), ".."));
register();
const { bench } = await import("./bench.ts");
process.exit(await bench(process.argv.slice(2)));
