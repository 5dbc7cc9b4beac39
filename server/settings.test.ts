import { describe, expect, it } from "vitest";
import { checkTogether, readSettings } from "./settings.ts";

const read = (env: Record<string, string>) => readSettings({ NODE_ENV: "test", ...env });

describe("readSettings", () => {
  it("needs nothing", () => {
    expect(read({})).toMatchObject({ port: 3000, host: undefined, siteOrigin: "http://localhost:3000", adminOrigin: undefined, trustProxy: false });
  });

  it("takes the staff area's own host", () => {
    expect(read({ SITE_ORIGIN: "https://guide.example.org", ADMIN_ORIGIN: "https://staff.guide.example.org/", TRUST_PROXY: "1" })).toMatchObject({
      adminOrigin: "https://staff.guide.example.org",
      trustProxy: true,
    });
  });

  it.each([
    [{ PORT: "x" }, "PORT"],
    [{ SITE_ORIGIN: "guide.example.org" }, "SITE_ORIGIN"],
    [{ ADMIN_ORIGIN: "https://staff.example.org/admin" }, "ADMIN_ORIGIN"],
    [{ ADMIN_ORIGIN: "staff.example.org" }, "ADMIN_ORIGIN"],
    [{ SITE_ORIGIN: "https://guide.example.org", ADMIN_ORIGIN: "https://guide.example.org" }, "ADMIN_ORIGIN"],
    [{ TRUST_PROXY: "yes" }, "TRUST_PROXY"],
  ])("refuses %j", (env, name) => expect(() => read(env)).toThrow(name));
});

describe("checkTogether", () => {
  const check = (env: Record<string, string>) => () => checkTogether({ NODE_ENV: "test", ...env });

  it("lets all of them pass, or none", () => {
    expect(check({})).not.toThrow();
    expect(check({ SMTP_URL: "smtp://localhost", MAIL_FROM: "guide@example.org", OIDC_ISSUER: "" })).not.toThrow();
  });

  it("names what is missing", () => {
    expect(check({ SMTP_URL: "smtp://localhost" })).toThrow("MAIL_FROM is missing");
    expect(check({ SMTP_URL: "mail.example.org", MAIL_FROM: "guide@example.org" })).toThrow("SMTP_URL must look like");
    expect(check({ OIDC_ISSUER: "https://login.example.org" })).toThrow("OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are missing");
  });
});
