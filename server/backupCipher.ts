import { createCipheriv, createDecipheriv, createHmac, randomBytes, scryptSync, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { Failure } from "./failure.ts";

// One line of JSON, then pieces of 64 KB, each sealed with AES-256-GCM. A piece's nonce is its number and whether it is
// the last one, so that none can be changed, swapped, left out or cut off unnoticed (STREAM, Hoang et al. 2015). The key
// is another one in every file: scrypt over the secret and a random salt.

const pieceSize = 64 * 1024;
const tagSize = 16;
const format = "community-resource-guide backup";
const headSchema = z.object({ format: z.literal(format), version: z.literal(1), salt: z.string().regex(/^[0-9a-f]{32}$/), check: z.string().regex(/^[0-9a-f]{64}$/) });

/** As OWASP asks (Password Storage Cheat Sheet): 128 MB and a fifth of a second for each guess. */
function derive(secret: string, salt: Buffer): { key: Buffer; check: string } {
  const key = scryptSync(secret, salt, 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 });
  return { key, check: createHmac("sha256", key).update("this is the key").digest("hex") };
}

function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUIntBE(number, 5, 6);
  bytes.writeUInt8(last ? 1 : 0, 11);
  return bytes;
}

/** Encrypts a stream of bytes. */
export async function* seal(secret: string, plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const salt = randomBytes(16);
  const { key, check } = derive(secret, salt);
  const head = Buffer.from(`${JSON.stringify({ format, version: 1, salt: salt.toString("hex"), check })}\n`);
  yield head;
  let number = 0;
  const piece = (bytes: Buffer, last: boolean) => {
    const cipher = createCipheriv("aes-256-gcm", key, nonce(number++, last)).setAAD(head);
    return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  };
  let waiting = Buffer.alloc(0);
  for await (const bytes of plain) {
    waiting = Buffer.concat([waiting, bytes]);
    for (; waiting.length > pieceSize; waiting = waiting.subarray(pieceSize)) yield piece(waiting.subarray(0, pieceSize), false);
  }
  yield piece(waiting, true);
}

/**
 * Decrypts what seal() made. Nothing comes out that was not checked, but the end is known only when it is there.
 * @throws Failure when the secret is another one, or the bytes are not whole
 */
export async function* unseal(secret: string, sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const damaged = new Failure("This backup is damaged or not whole: nothing was taken from it. Use another copy.");
  let waiting = Buffer.alloc(0);
  let opened: { key: Buffer; head: Buffer } | undefined;
  let number = 0;
  const open = (bytes: Buffer, last: boolean): Buffer => {
    if (!opened || bytes.length < tagSize) throw damaged;
    const cipher = createDecipheriv("aes-256-gcm", opened.key, nonce(number++, last), { authTagLength: tagSize }).setAAD(opened.head).setAuthTag(bytes.subarray(-tagSize));
    try {
      return Buffer.concat([cipher.update(bytes.subarray(0, -tagSize)), cipher.final()]);
    } catch {
      throw damaged;
    }
  };
  for await (const bytes of sealed) {
    waiting = Buffer.concat([waiting, bytes]);
    if (!opened) {
      const end = waiting.indexOf("\n");
      if (end < 0 && waiting.length < 4096) continue;
      const head = waiting.subarray(0, end + 1);
      opened = { head, key: keyFor(secret, head.toString()) };
      waiting = waiting.subarray(end + 1);
    }
    for (const size = pieceSize + tagSize; waiting.length > size; waiting = waiting.subarray(size)) yield open(waiting.subarray(0, size), false);
  }
  if (!opened) throw notOurs;
  yield open(waiting, true);
}

const notOurs = new Failure("This file is not a backup of the guide.");

function keyFor(secret: string, head: string): Buffer {
  const parsed = headSchema.safeParse(parse(head));
  if (!parsed.success) throw notOurs;
  const { key, check } = derive(secret, Buffer.from(parsed.data.salt, "hex"));
  if (!timingSafeEqual(Buffer.from(check), Buffer.from(parsed.data.check)))
    throw new Failure("This backup was made with another passphrase or key: set BACKUP_PASSPHRASE to the right one, or bring back the file backup-key that it was made with.");
  return key;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
