import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { limits } from "../limits";
import { POST } from "./route";
import { createConfirmationLink, readConfirmationLink } from "@/data/confirmationLinks";
import { db } from "@/data/db";
import { getEditing } from "@/data/revisions/read";
import { listVerifications } from "@/data/verification";

const rows = await db.organization.findMany({ where: { phones: { some: {} } }, orderBy: { slug: "asc" }, take: 5, select: { id: true } });

async function newLink() {
  const { id } = rows.pop()!;
  const token = (await createConfirmationLink({ id: randomUUID(), role: "contributor", secondFactor: true }, id))!;
  return { id, token, seen: (await readConfirmationLink(token, "en"))!.seen };
}
const send = (body: Record<string, string>, headers: Record<string, string> = {}) =>
  POST(new Request("http://site.example/api/confirmations", { method: "POST", body: new URLSearchParams(body).toString(), headers: { host: "site.example", "content-type": "application/x-www-form-urlencoded", ...headers } }));
const whereTo = async (answer: Promise<Response>) => [(await answer).status, (await answer).headers.get("location")];

beforeEach(() => limits.answers.delete("local"));

describe("an organization's answer", () => {
  it("that everything is right counts, once", async () => {
    const { id, token, seen } = await newLink();
    const form = { token, locale: "es", answer: "right", ...seen };
    expect(await whereTo(send(form))).toEqual([303, "/es/confirmar/gracias?answer=right"]);
    expect(await listVerifications(id)).toHaveLength(2);
    expect(await whereTo(send(form))).toEqual([303, `/es/confirmar/${token}?problem=gone`]);
  });

  it("that something is wrong becomes a proposal in its own words", async () => {
    const { id, token } = await newLink();
    const form = { token, locale: "en", answer: "wrong", phone: "(213) 555-0123", address: "1 New St", hours: "", website: "ask us", note: "<b>x</b>" };
    expect(await whereTo(send(form))).toEqual([303, "/en/confirm/thank-you?answer=wrong"]);
    const { open } = (await getEditing("Organization", id))!;
    expect(open?.comment).toMatch(/\(213\) 555-0123\n.*1 New St\n.*ask us\n.*<b>x<\/b>$/);
    expect(open?.document.phones[0]?.number).toBe("+12135550123");
  });

  it("that is empty uses nothing up", async () => {
    const { token } = await newLink();
    expect(await whereTo(send({ token, locale: "en", answer: "wrong", phone: " ", note: "" }))).toEqual([303, `/en/confirm/${token}?problem=empty`]);
    expect(await readConfirmationLink(token, "en")).not.toBeNull();
  });

  it("that is no answer, or from elsewhere, is refused and uses nothing up", async () => {
    const { token, seen } = await newLink();
    for (const [form, headers] of [
      [{ token, locale: "en" }], [{ token, locale: "en", answer: "right" }], [{ token, locale: "en", answer: "right", ...seen, note: "but" }], [{ token, locale: "en", answer: "wrong", note: "x".repeat(501) }],
      [{ token, locale: "en", answer: "wrong", note: "\u0000" }], [{ token, locale: "xx", answer: "right", ...seen }], [{ token, locale: "en", answer: "wrong", note: "x".repeat(20_000) }],
      [{ token, locale: "en", answer: "right", ...seen }, { "sec-fetch-site": "cross-site" }], [{ token, locale: "en", answer: "right", ...seen }, { origin: "https://evil.example" }],
    ] as [Record<string, string>, Record<string, string>?][])
      expect((await send(form, headers)).status).toBe(400);
    expect(await readConfirmationLink(token, "en")).not.toBeNull();
  });

  it("with a guessed link leads to the same sentence, twenty times an hour", async () => {
    for (const token of ["../../admin", "a/b", "x?y", "", "\u0000", "//evil.example"]) expect((await send({ token, locale: "en", answer: "wrong", note: "x" })).status).toBe(400);
    for (const token of Array.from({ length: 20 }, () => randomUUID())) expect(await whereTo(send({ token, locale: "en", answer: "wrong", note: "x" }))).toEqual([303, expect.stringMatching(/^\/en\/confirm\/[^/]+\?problem=gone$/)]);
    expect((await send({ token: "x", locale: "en", answer: "wrong", note: "x" })).status).toBe(429);
  });
});
