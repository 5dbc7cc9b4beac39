import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "../db";
import { addStaff, correctInvitation } from "../staff";
import { currentStaff } from "../staffSession";
import { forgetProvider, staffOrigin } from "./auth";
import { beginProviderSignIn, endProviderSignIn } from "./providerSignIn";
import { enter, makePerson, requestWith } from "./testing";

// The city's own provider, as a real one on loopback: whoever logs in as "x@y" has that address; "unverified-…" has not shown it.
const server = createServer();
type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let pass: Answer = () => {};
let misbehave: Answer | undefined;

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "guide", client_secret: "a secret of at least thirty-two signs", redirect_uris: [`${staffOrigin()}/admin/auth/callback/city`] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, email: id.replace(/^unverified-/, ""), email_verified: !id.startsWith("unverified-"), name: "From the provider" }) }),
    cookies: { keys: [randomUUID()] },
  });
  const handle = provider.callback();
  pass = (request, response) => void handle(request, response);
  server.on("request", (request: IncomingMessage, response: ServerResponse) => (misbehave ?? pass)(request, response));
  Object.assign(process.env, { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: "guide", OIDC_CLIENT_SECRET: "a secret of at least thirty-two signs" });
});
beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {})); // what the operator reads
afterEach(() => {
  misbehave = undefined;
  forgetProvider();
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Walks through the provider's own pages like a browser, up to the address that leads back. */
async function logInAt(url: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  const visit = async (address: string, form?: Record<string, string>): Promise<string> => {
    if (address.startsWith(`${staffOrigin()}/`)) return address;
    const response = await fetch(address, {
      method: form ? "POST" : "GET",
      redirect: "manual",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get("location");
    if (location) return visit(new URL(location, address).href);
    const page = await response.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (!action || !prompt) throw new Error(`The provider shows something else: ${page.slice(0, 300)}`);
    return visit(new URL(action, address).href, { prompt, login, password: "any" });
  };
  return visit(url);
}

async function enterByProvider(login: string) {
  const begun = await beginProviderSignIn(requestWith());
  const back = await logInAt(begun!.url, login);
  const answer = await endProviderSignIn(new Request(back, { headers: requestWith(begun!.cookies) }));
  return "fault" in answer ? { fault: answer.fault, staff: null } : { staff: await currentStaff(requestWith(answer.cookies)) };
}

describe("the city's own provider", () => {
  it("lets in who was added by an administrator and has shown the e-mail address", async () => {
    const { id, email } = await makePerson();
    const { staff } = await enterByProvider(email);
    expect(staff?.actor).toEqual({ id, role: "editor", secondFactor: false });
    expect(staff?.name, "the name that the administrator wrote").toBe("Ana Prueba");
    expect(await db.auditEntry.count({ where: { actorId: id, action: "signIn" } })).toBe(1);
  });

  it("keeps none of the provider's tokens, also the second time", async () => {
    const { id, email } = await makePerson();
    await enterByProvider(email);
    expect((await enterByProvider(email)).staff?.actor.id).toBe(id);
    const accounts = await db.staffAccount.findMany({ where: { userId: id, providerId: "city" }, select: { accessToken: true, refreshToken: true, idToken: true } });
    expect(accounts).toEqual([{ accessToken: null, refreshToken: null, idToken: null }]);
  });

  it("counts as a second factor only where the city says so", async () => {
    const { email } = await makePerson();
    process.env.OIDC_SECOND_FACTOR = "provider";
    expect((await enterByProvider(email)).staff?.actor.secondFactor).toBe(true);
    delete process.env.OIDC_SECOND_FACTOR;
    expect((await enterByProvider(email)).staff?.actor.secondFactor).toBe(false);
  });

  it.each(["a stranger", "an address that was not shown", "somebody who left"])("keeps out %s", async (who) => {
    const { id, email } = await makePerson();
    if (who === "somebody who left") await db.staffMember.update({ where: { id }, data: { disabledAt: new Date() }, select: { id: true } });
    const login = who === "a stranger" ? `${randomUUID()}@elsewhere.example` : who === "somebody who left" ? email : `unverified-${email}`;
    const before = await db.staffMember.count();
    expect(await enterByProvider(login)).toEqual({ fault: "refused", staff: null });
    expect(await db.staffMember.count()).toBe(before);
  });

  it("refuses an answer that this browser did not ask for", async () => {
    const { email } = await makePerson();
    const begun = await beginProviderSignIn(requestWith());
    for (const cookies of [[], (await beginProviderSignIn(requestWith()))!.cookies])
      expect(await endProviderSignIn(new Request(await logInAt(begun!.url, email), { headers: requestWith(cookies) }))).toEqual({ fault: "failed" });
    for (const query of ["", "?error=x", "?state=x&code=y", "?state=x&state=y", "?state=%00&code=%ff"])
      expect(await endProviderSignIn(new Request(`${staffOrigin()}/admin/auth/callback/city${query}`, { headers: requestWith(begun!.cookies) })), query).toEqual({ fault: "failed" });
  });

  it.each(["the correction", "the sign-in"])("lets in nobody whose invitation is corrected to another address in the same moment: %s comes first", async (first) => {
    const { actor } = await makePerson("administrator");
    const wrong = `${randomUUID()}@staff.example`;
    const invited = await addStaff(null, { name: "Beto", email: wrong, role: "editor", locale: "en" });
    if ("refused" in invited) throw new Error(invited.refused);
    const { id } = invited;
    const begun = await beginProviderSignIn(requestWith());
    const back = await logInAt(begun!.url, wrong);
    const enterNow = () => endProviderSignIn(new Request(back, { headers: requestWith(begun!.cookies) }));
    const correctNow = () => correctInvitation(actor, id, { name: "Beto", email: `${randomUUID()}@staff.example` });
    const waiting = async (count: number) => {
      const held = () => db.$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      await vi.waitFor(async () => expect(await held()).toHaveLength(count), { timeout: 5_000 });
    };
    let entering = Promise.resolve<unknown>(null);
    let correcting = Promise.resolve<unknown>(null);
    const steps = [() => void (entering = enterNow()), () => void (correcting = correctNow())];
    // Both have read the row while it is held; then they go on in this order.
    await db.$transaction(async (transaction) => {
      await transaction.$executeRaw`SELECT 1 FROM "StaffMember" WHERE id = ${id} FOR UPDATE`;
      for (const [index, step] of (first === "the sign-in" ? steps : steps.reverse()).entries()) {
        step();
        await waiting(index + 1);
      }
    });
    const [answer, corrected] = [await entering, await correcting];
    const accounts = await db.staffAccount.count({ where: { userId: id } });
    if (first === "the sign-in") expect([answer, corrected, accounts]).toEqual([{ cookies: expect.any(Array) }, "used", 1]);
    else expect([answer, corrected, accounts]).toEqual([{ fault: "refused" }, null, 0]);
    expect((await db.staffMember.findUniqueOrThrow({ where: { id }, select: { email: true } })).email === wrong).toBe(first === "the sign-in");
  });

  it("says so where somebody stops on the way", async () => {
    const begun = await beginProviderSignIn(requestWith());
    const query = new URLSearchParams({ error: "access_denied", state: new URL(begun!.url).searchParams.get("state") ?? "" });
    expect(await endProviderSignIn(new Request(`${staffOrigin()}/admin/auth/callback/city?${query}`, { headers: requestWith(begun!.cookies) }))).toEqual({ fault: "stopped" });
  });
});

describe("a provider that misbehaves", () => {
  const answers: Record<string, Answer> = {
    "is away": (_request, response) => void response.destroy(),
    "is something else": (_request, response) => void response.writeHead(200, { "content-type": "text/html" }).end("<p>Hello"),
    "is broken": (_request, response) => void response.writeHead(500).end(),
  };
  it.each(Object.keys(answers))("%s: nobody is sent there, and it is asked anew the next time", async (what) => {
    misbehave = answers[what];
    expect(await beginProviderSignIn(requestWith())).toBeNull();
    misbehave = undefined;
    const { email } = await makePerson();
    expect((await enterByProvider(email)).staff).toMatchObject({ email });
  });

  it("says nothing: whoever has a password comes in as ever, the others are told after ten seconds", async () => {
    misbehave = () => {};
    const { email } = await makePerson();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const begun = beginProviderSignIn(requestWith());
    expect((await enter(email)).outcome).toBe("signedIn");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await begun).toBeNull();
    vi.useRealTimers();
    misbehave = undefined;
    expect((await enterByProvider(email)).staff).toMatchObject({ email });
  });

  it("answers when nobody waits any more: the session that nobody was given is ended, and the log says so", async () => {
    const { id, email } = await makePerson();
    const begun = await beginProviderSignIn(requestWith());
    const back = await logInAt(begun!.url, email);
    let answerNow = () => {};
    const asked = new Promise<void>((done) => {
      misbehave = (request, response) => {
        if (request.url !== "/token") return pass(request, response);
        answerNow = () => pass(request, response);
        done();
      };
    });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const ended = endProviderSignIn(new Request(back, { headers: requestWith(begun!.cookies) }));
    await asked;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await ended).toEqual({ fault: "failed" });
    vi.useRealTimers();
    answerNow();
    const entries = () => db.auditEntry.findMany({ where: { entityId: id, action: { in: ["signIn", "session.revoke"] } }, orderBy: { sequence: "asc" }, select: { action: true, actorId: true, detail: true } });
    await vi.waitFor(
      async () =>
        expect(await entries()).toEqual([
          { action: "signIn", actorId: id, detail: { method: "provider" } },
          { action: "session.revoke", actorId: null, detail: { sessions: 1 } },
        ]),
      { timeout: 5_000 },
    );
    expect(await db.staffSession.count({ where: { userId: id } })).toBe(0);
    misbehave = undefined;
    expect((await enterByProvider(email)).staff, "the next try").toMatchObject({ email });
  });

  it("is another one than it says, or goes away in the middle: nobody comes in", async () => {
    const { id, email } = await makePerson();
    misbehave = (request, response) => (request.url === "/token" ? void response.destroy() : pass(request, response));
    expect(await enterByProvider(email)).toEqual({ fault: "failed", staff: null });
    forgetProvider();
    const honest = await (await fetch(`${process.env.OIDC_ISSUER}/.well-known/openid-configuration`)).json();
    misbehave = (request, response) =>
      request.url?.startsWith("/.well-known") ? void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ ...honest, issuer: "https://another.example" })) : pass(request, response);
    expect(await enterByProvider(email)).toEqual({ fault: "failed", staff: null });
    expect(await db.staffSession.count({ where: { userId: id } })).toBe(0);
  });
});
