import { z } from "zod";
import { webAddress } from "./content.ts";
import { formText } from "./corrections.ts";
import { locales } from "./locales.ts";
import { parsePhone } from "./phones.ts";

export const longestAnswer = { phone: 60, address: 200, hours: 200, website: 300, note: 500 } as const;
export type AnswerField = keyof typeof longestAnswer;
export const answerFields = Object.keys(longestAnswer) as AnswerField[];

const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** It becomes part of an address: base64url and nothing else. */
const link = { token: z.string().regex(/^[\w-]{1,100}$/), locale: z.enum(locales) };
const answer = (field: AnswerField) => formText(longestAnswer[field]).default("");

/** What an organization answers on the page behind its link: everything is right, or what is not. */
export const confirmationForm = z.discriminatedUnion("answer", [
  z.strictObject({ ...link, answer: z.literal("right"), phones: hash, rest: hash }),
  z.strictObject({ ...link, answer: z.literal("wrong"), phone: answer("phone"), address: answer("address"), hours: answer("hours"), website: answer("website"), note: answer("note") }),
]);

/** The web address that people mean by "www.example.org", or null. */
export function parseWebsite(written: string): string | null {
  const whole = /^https?:\/\//i.test(written) ? written : `https://${written}`;
  const parsed = webAddress.safeParse(whole);
  return parsed.success && new URL(parsed.data).hostname.includes(".") ? parsed.data : null;
}

/** What of an organization's answer can be put into its listing as it is. The rest somebody has to read. */
export function exactFacts({ phone, website }: { phone: string; website: string }): { phone?: string; website?: string } {
  const [number, address] = [parsePhone(phone), parseWebsite(website)];
  return { ...(number ? { phone: number } : {}), ...(address ? { website: address } : {}) };
}
