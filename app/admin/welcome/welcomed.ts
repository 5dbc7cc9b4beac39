import { cache } from "react";
import { headers } from "next/headers";
import { staffLocale } from "../currentStaff";
import { TooManyTries } from "@/data/auth/tries";
import { readWelcomeLink } from "@/data/auth/welcome";

/** Whose link this is; asked once a request. */
export const welcomed = cache(async (token: string) =>
  readWelcomeLink(await headers(), token).catch((error: unknown) => {
    if (error instanceof TooManyTries) return error;
    throw error;
  }),
);

/** The language in which this link is answered. */
export async function welcomeLocale(token: string) {
  const person = await welcomed(token);
  return staffLocale(person && "locale" in person ? person.locale : undefined);
}
