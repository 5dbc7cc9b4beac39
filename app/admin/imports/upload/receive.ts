import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { largestFile } from "@/lib/importFile";
import { boundaryOf, readMultipart, type MultipartForm } from "@/lib/multipart";

export type Received = { form: MultipartForm; path: string; size: number };

/**
 * Lays the file of a form on the disk while `take` works with it: in memory it would stand beside everything else.
 * @returns what `take` answers; or why there is no whole form
 */
export async function receiveFile<Result>(request: Request, take: (received: Received) => Promise<Result>): Promise<Result | "form" | "tooLarge"> {
  const boundary = boundaryOf(request.headers.get("content-type"));
  if (!boundary || !request.body) return "form";
  const folder = await mkdtemp(join(tmpdir(), "import-"));
  const path = join(folder, "file");
  const file = createWriteStream(path, { mode: 0o600 });
  let size = 0;
  try {
    const body = Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
    const form = await readMultipart(body, boundary, async (piece) => {
      size += piece.length;
      if (size <= largestFile && !file.write(piece)) await once(file, "drain");
    });
    file.end();
    await once(file, "close");
    if (size > largestFile) return "tooLarge";
    return form ? await take({ form, path, size }) : "form";
  } finally {
    file.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}
