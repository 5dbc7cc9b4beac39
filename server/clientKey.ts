import { createHmac, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

// Made at the start and kept nowhere: after a restart nobody can tell whose key was whose.
const secret = randomBytes(32);

/**
 * Stands for an address where tries are counted: the same for the same one, and nothing can be read from it.
 * @param trustProxy the last entry of X-Forwarded-For is the address; the ones before it anybody can write
 */
export function clientKey({ socket, headers }: Pick<IncomingMessage, "headers"> & { socket: { remoteAddress?: string | undefined } }, trustProxy: boolean): string {
  const forwarded = [headers["x-forwarded-for"] ?? ""].flat().join(",").split(",").at(-1)?.trim();
  const address = (trustProxy && forwarded) || socket.remoteAddress || "";
  return createHmac("sha256", secret).update(networkOf(address)).digest("base64url");
}

/** What one customer of a network usually has: an IPv4 address, or the first half (/64) of an IPv6 address. */
export function networkOf(address: string): string {
  // Some proxies add the port: 192.0.2.1:4711, [2001:db8::1]:4711.
  const bare = /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
  const plain = bare.replace(/%.*$/, "").replace(/^::ffff:(?=[\d.]+$)/i, "");
  if (isIP(plain) !== 6) return isIP(plain) === 4 ? plain : "unknown";
  const [left = "", right] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split("::");
  const [before, after] = [left, right ?? ""].map((groups) => groups.split(":").filter(Boolean));
  const zeros = right === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0);
  return [...(before ?? []), ...Array<string>(zeros).fill("0"), ...(after ?? [])].slice(0, 4).join(":");
}
