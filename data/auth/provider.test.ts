import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "../db";
import { currentStaff } from "../staffSession";
import { auth, staffOrigin } from "./auth";
import { beginProviderSignIn } from "./signIn";
import { makePerson, requestWith } from "./testing";

// The city's own provider, as a real one on loopback: whoever logs in as "x@y" has that address; "unverified-…" has not shown it.
const server = createServer();

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
  server.on("request", (request, response) => void handle(request, response));
  Object.assign(process.env, { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: "guide", OIDC_CLIENT_SECRET: "a secret of at least thirty-two signs" });
});
afterAll(() => {
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
  const response = await (await auth()).handler(new Request(back, { headers: requestWith(begun!.cookies) }));
  const session = response.headers.getSetCookie().find((line) => line.startsWith("staff.session_token=") && !/max-age=0/i.test(line));
  const headers = new Headers({ cookie: session?.split(";")[0] ?? "" });
  return { location: response.headers.get("location") ?? "", staff: session ? await currentStaff(headers) : null };
}

describe("the city's own provider", () => {
  it("lets in who was added by an administrator and has shown the e-mail address", async () => {
    const { id, email } = await makePerson();
    const { location, staff } = await enterByProvider(email);
    expect(location).toMatch(/\/admin$/);
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
    const { location, staff } = await enterByProvider(login);
    expect(staff).toBeNull();
    expect(location).toContain("/admin/sign-in?error=");
    expect(await db.staffMember.count()).toBe(before);
  });

  it("refuses an answer that this browser did not ask for", async () => {
    const { email } = await makePerson();
    const begun = await beginProviderSignIn(requestWith());
    const response = await (await auth()).handler(new Request(await logInAt(begun!.url, email), { headers: requestWith() }));
    expect(response.headers.getSetCookie().some((line) => line.startsWith("staff.session_token=") && !/max-age=0/i.test(line))).toBe(false);
  });
});
