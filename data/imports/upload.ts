import { randomUUID } from "node:crypto";
import { allow } from "../allow";
import { record } from "../audit";
import { db } from "../db";
import type { ImportKind } from "../generated/enums";
import { readFileOf, writeFileOf } from "./file";
import { readCsv } from "@/lib/csv";
import { guessColumns } from "@/lib/guessColumns";
import type { FileProblem, ImportSource } from "@/lib/importFile";
import type { Actor } from "@/lib/permissions";

/** How much of a file is read to find the names of its columns. */
const head = 256 * 1024;

type Upload = { kind: ImportKind; fileName: string; size: number; source: ImportSource };

/**
 * Takes a file in; nothing of it is used before somebody has said how, and another person has approved it.
 * @param path where the file lies on the disk for as long as this takes
 * @throws NotAllowed
 */
export async function uploadImport(actor: Actor, { kind, fileName, size, source }: Upload, path: string): Promise<{ id: string } | { problem: FileProblem }> {
  allow(actor, "imports.prepare");
  if (size === 0) return { problem: "empty" };
  const id = randomUUID();
  await db.$transaction(
    async (transaction) => {
      await transaction.import.create({
        data: { id, kind, fileName, file: new Uint8Array(), mapping: { source, columns: null }, uploadedById: actor.id, state: kind === "csv" ? "uploaded" : "checking" },
        select: { id: true },
      });
      await writeFileOf(transaction, id, path);
      await record(transaction, actor, { action: "import.upload", entity: "Import", entityId: id, detail: { kind, fileName, bytes: size } });
    },
    { timeout: 60_000 },
  );
  return { id };
}

export type FileColumn = { header: string; example: string };

/** The columns of an uploaded CSV file with what stands in its first row, and what they probably are; or why it has none. */
export async function readColumns(importId: string) {
  const bytes = await readFileOf(importId, head);
  // Cut off after a whole line: half a row would count as a bad one.
  const whole = bytes.length < head ? bytes : bytes.subarray(0, bytes.lastIndexOf("\n") + 1 || undefined);
  const table = readCsv(whole);
  if ("refused" in table) return { problem: table.refused.reason };
  const columns: FileColumn[] = table.columns.map((header, place) => ({ header, example: table.rows.map(({ cells }) => cells[place]!.trim()).find((cell) => cell !== "")?.slice(0, 80) ?? "" }));
  return { columns, guesses: guessColumns(table.columns) };
}
