// Measures imports in a process of its own, and hands the figures to the one that started it: data/ knows one database a
// process, and there the search has had it. Plain JavaScript: it lets Node read the rest.
import { register } from "tsx/esm/api";

register();
const { measureImport } = await import("./import.ts");
let close = async () => {};
process.on("SIGTERM", () => void close().finally(() => process.exit(143)));
try {
  const measurement = await measureImport(
    (line) => console.log(`  ${line}`),
    (stop) => (close = stop),
  );
  process.send?.(measurement, () => process.exit(0));
} catch (error) {
  console.error(error);
  await close();
  process.exit(1);
}
