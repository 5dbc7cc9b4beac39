import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sendMail } from "./mail";

/** What a mail server says to each word of a client, as far as RFC 5321 goes here; "" is silence. */
const polite = { greeting: "220 here", EHLO: "250-here\r\n250 AUTH PLAIN", AUTH: "235 welcome", MAIL: "250 ok", RCPT: "250 ok", DATA: "354 go on", ".": "250 taken", QUIT: "221 bye" };
type Words = Partial<typeof polite>;

let server: Server;
let heard: string[];
let complaint = vi.spyOn(console, "error");

/** A mail server on loopback, and its address in the settings. */
async function listen(words: Words, user = ""): Promise<void> {
  const answers: Record<string, string> = { ...polite, ...words };
  server = createServer((socket: Socket) => {
    const say = (line = "500 what?") => void (line && socket.write(`${line}\r\n`));
    say(answers.greeting);
    let inText = false;
    createInterface({ input: socket.on("error", () => {}) }).on("line", (line) => {
      heard.push(line);
      const word = line.split(/[ :]/)[0]!.toUpperCase();
      if (inText && line !== ".") return;
      say(answers[word]);
      inText = word === "DATA" && answers.DATA === polite.DATA;
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  process.env.SMTP_URL = `smtp://${user}127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeEach(() => {
  heard = [];
  complaint = vi.spyOn(console, "error").mockReset();
  process.env.MAIL_FROM = "Guía <guide@city.example>";
});
afterEach(() => {
  delete process.env.SMTP_URL;
  delete process.env.MAIL_FROM;
  server.close();
});

const mail = { to: "ana@org.example", subject: "¿Está bien esto? Clínica Ñandú", text: `Hola, Ana:\n\nhttps://guide.example/admin/welcome/${"x".repeat(43)}\n\n.\nUn punto solo; y también «ñ».` };
/** The header or the text as somebody reads it (RFC 2047, RFC 2045). */
const header = (name: string) => {
  const words = heard.join("\n").match(new RegExp(`^${name}: (.*(?:\n .*)*)`, "m"))?.[1] ?? "";
  const decoded = words.replace(/\?=\s+=\?/g, "?==?").replace(/=\?utf-8\?q\?(.*?)\?=/gi, (_, text: string) => unquote(text.replaceAll("_", " ")));
  return decoded.replace(/=\?utf-8\?b\?(.*?)\?=/gi, (_, text: string) => Buffer.from(text, "base64").toString());
};
const unquote = (text: string) => Buffer.from(text.replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))), "latin1").toString();
function body(): string {
  const lines = heard.slice(heard.indexOf("") + 1, heard.indexOf(".")).map((line) => line.replace(/^\./, "")).join("\n");
  return header("Content-Transfer-Encoding") === "base64" ? Buffer.from(lines, "base64").toString() : unquote(lines.replaceAll("=\n", ""));
}

it("arrives whole, in any language, from the right sender, with the password that the settings name", async () => {
  await listen({}, "guide%40city.example:p%C3%A4ss:word@");
  expect(await sendMail(mail)).toBe("sent");
  expect(heard.find((line) => line.startsWith("AUTH PLAIN"))?.split(" ")[2]).toBe(Buffer.from("\0guide@city.example\0päss:word").toString("base64"));
  expect(heard).toEqual(expect.arrayContaining(["MAIL FROM:<guide@city.example>", "RCPT TO:<ana@org.example>"]));
  expect([header("From"), header("To"), header("Subject")]).toEqual(["Guía <guide@city.example>", "ana@org.example", mail.subject]);
  expect(body().trim()).toBe(mail.text);
});

it.each<[string, Words, string]>([
  ["does not know the password", { AUTH: "535 no" }, "EAUTH 535"],
  ["does not take the sender", { MAIL: "550 no" }, "EENVELOPE 550"],
  ["does not know the recipient", { RCPT: "550 <ana@org.example> nobody" }, "EENVELOPE 550"],
  ["does not take the text", { ".": "554 looks like spam" }, "EMESSAGE 554"],
  ["is no mail server", { greeting: "HTTP/1.1 400 Bad Request" }, "EPROTOCOL"],
])("a server that %s: failed, and the log names neither recipient nor link", async (_, words, reason) => {
  await listen(words, "a:b@");
  expect(await sendMail(mail)).toBe("failed");
  expect(complaint.mock.calls).toEqual([[`mail: not sent (${reason})`]]);
});

it.each<[string, Words]>([
  ["says nothing", { greeting: "" }],
  ["stops in the middle", { RCPT: "" }],
])("a server that %s does not keep anybody waiting", async (_, words) => {
  vi.spyOn(AbortSignal, "timeout").mockImplementationOnce(soon);
  await listen(words);
  expect(await sendMail(mail)).toBe("failed");
  expect(complaint).toHaveBeenCalledWith("mail: not sent (no answer within 10 s)");
});
function soon(): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 300);
  return controller.signal;
}

it("fails where the server is away, and sends nothing where none is named", async () => {
  await listen({});
  await new Promise((done) => server.close(done));
  expect(await sendMail(mail)).toBe("failed");
  expect(complaint).toHaveBeenCalledWith(expect.stringMatching(/^mail: not sent \(ESOCKET connect ECONNREFUSED/));
  process.env.SMTP_URL = "nonsense";
  expect(await sendMail(mail)).toBe("failed");
  delete process.env.SMTP_URL;
  expect(await sendMail(mail)).toBe("noServer");
});
