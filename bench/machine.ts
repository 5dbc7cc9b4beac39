import { cpus, totalmem, type } from "node:os";

/** The machine in one line, without its name: a figure says nothing without it. */
export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${processors.length} cores (${processors[0]?.model.trim() || "unknown processor"}), ${memory} GB of memory, ${type()}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
}
