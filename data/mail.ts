import { createTransport } from "nodemailer";
import { z } from "zod";

/** Long enough for a slow mail server, short enough for somebody who waits for the page. */
const seconds = 10;

// What is said of a failure: by nodemailer, and by the server in three digits.
const known = z.looseObject({ code: z.string().catch("unknown reason"), responseCode: z.number().optional().catch(undefined), message: z.string().catch("") });

/** noServer: none is configured. failed: it did not take the mail. */
export type MailOutcome = "sent" | "failed" | "noServer";

/**
 * Sends one plain-text mail, where SMTP_URL and MAIL_FROM are set (docs/deploy.md). Never inside a database transaction.
 * The reason of a failure goes to the log, without the address.
 */
export async function sendMail({ to, subject, text }: { to: string; subject: string; text: string }): Promise<MailOutcome> {
  const { SMTP_URL, MAIL_FROM } = process.env;
  if (!SMTP_URL || !MAIL_FROM) return "noServer";
  const signal = AbortSignal.timeout(seconds * 1000);
  try {
    const { rejected } = await createTransport({ url: SMTP_URL }).sendMail({ from: MAIL_FROM, to, subject, text, signal });
    return rejected.length === 0 ? "sent" : "failed";
  } catch (error) {
    const { code, responseCode, message } = known.parse(error);
    // Why there is no connection says nothing about the recipient.
    const reason = [code, code === "ESOCKET" ? message : responseCode].join(" ").trim();
    console.error(`mail: not sent (${signal.aborted ? `no answer within ${seconds} s` : reason})`);
    return "failed";
  }
}
