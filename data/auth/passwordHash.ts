import { hash, verify } from "@node-rs/argon2";

/** argon2id with the least that OWASP's Password Storage Cheat Sheet allows (19 MiB, 2 passes, 1 lane). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A password as it is stored: argon2id in its own text form, salt inside. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Is this the password of that hash? A damaged hash is a "no". */
export function verifyPassword(password: string, stored: string): Promise<boolean> {
  return verify(stored, password).catch(() => false);
}
