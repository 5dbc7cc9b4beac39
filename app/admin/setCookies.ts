import { cookies } from "next/headers";
import type { Cookie } from "@/data/auth/cookies";

/** Puts the cookies that data/auth/ asks for into the answer of an action. */
export async function setCookies(list: Cookie[]): Promise<void> {
  const jar = await cookies();
  for (const { name, value, options } of list) jar.set(name, value, options);
}
