import { createTransport } from "nodemailer";

/** Long enough for a slow mail server, short enough for somebody who waits for the page. */
const patience = 10_000;

/**
 * Sends one plain-text mail, where SMTP_URL and MAIL_FROM are set (docs/deploy.md). Never inside a database transaction.
 * @returns whether the mail server took it; false without one. The reason of a failure goes to the log, without the address.
 */
export async function sendMail({ to, subject, text }: { to: string; subject: string; text: string }): Promise<boolean> {
  const { SMTP_URL, MAIL_FROM } = process.env;
  if (!SMTP_URL || !MAIL_FROM) return false;
  const transport = createTransport({ url: SMTP_URL, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience });
  try {
    const { rejected } = await transport.sendMail({ from: MAIL_FROM, to, subject, text });
    return rejected.length === 0;
  } catch (error) {
    console.error(`mail: not sent (${error instanceof Error && "code" in error ? String(error.code) : "unknown reason"})`);
    return false;
  } finally {
    transport.close();
  }
}
