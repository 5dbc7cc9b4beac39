import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { twoFactor } from "better-auth/plugins/two-factor";
import { db } from "../db";
import { claimInvitation } from "./claimInvitation";
import { hashPassword, verifyPassword } from "./passwordHash";
import { provider, providerId } from "./provider";
import { makeRecoveryCodes } from "./recoveryCodes";
import { staffSecret } from "./secret";
import { sessionLimits } from "./sessionLimits";
import { beginSession, recordProviderSignIn } from "./sessionHooks";
import { roles } from "@/lib/permissions";
import { locales } from "@/lib/locales";

/** Where the staff area is reached: on a host of its own, or under /admin of the site. */
export function staffOrigin(): string {
  return (process.env.ADMIN_ORIGIN || process.env.SITE_ORIGIN || `http://localhost:${process.env.PORT || 3000}`).replace(/\/+$/, "");
}

/** The library writes `select: undefined`, which strictUndefinedChecks refuses: left out, it means the same. */
const lenient = () =>
  db.$extends({
    query: {
      $allModels: {
        $allOperations({ args, query }) {
          const given: object = args ?? {};
          for (const [key, value] of Object.entries(given)) if (value === undefined) Reflect.deleteProperty(given, key);
          return query(args);
        },
      },
    },
  });

/** Sessions, second factors and the city's own provider: docs/decisions/0007-staff.md. None of its addresses is open but the provider's way back. */
async function build(city: ReturnType<typeof provider>) {
  return betterAuth({
    appName: "Community Resource Guide",
    secret: await staffSecret(),
    baseURL: staffOrigin(),
    basePath: "/admin/auth",
    trustedOrigins: [staffOrigin()],
    database: prismaAdapter(lenient(), { provider: "postgresql" }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(password, hash) },
    },
    user: {
      modelName: "StaffMember",
      validateUserInfo: claimInvitation,
      additionalFields: {
        role: { type: [...roles], required: true, input: false },
        locale: { type: [...locales], required: true, input: false },
        disabledAt: { type: "date", required: false, input: false },
        demonstration: { type: "boolean", required: true, input: false },
      },
    },
    session: {
      modelName: "StaffSession",
      additionalFields: { secondFactor: { type: "string", required: false, input: false } },
      // The cookie lives as long as a session can; the row ends sooner, when nobody works (data/staffSession.ts).
      expiresIn: sessionLimits.absolute / 1000,
      disableSessionRefresh: true,
    },
    account: {
      modelName: "StaffAccount",
      updateAccountOnSignIn: false,
      // Not a row for everybody who comes as far as the provider.
      storeStateStrategy: "cookie",
      // An administrator wrote the e-mail address down; the provider must have verified that it is this person's.
      accountLinking: { enabled: true, requireLocalEmailVerified: false },
    },
    verification: { modelName: "StaffToken" },
    plugins: [
      twoFactor({
        schema: { twoFactor: { modelName: "StaffSecondFactor" } },
        allowPasswordless: true,
        backupCodeOptions: { storeBackupCodes: "encrypted", customBackupCodesGenerate: makeRecoveryCodes },
        accountLockout: { enabled: true, maxFailedAttempts: 5, durationSeconds: 15 * 60 },
      }),
      ...(city ? [genericOAuth({ config: [{ ...city, providerId, disableSignUp: true, requireIdTokenVerification: true }] })] : []),
    ],
    databaseHooks: {
      session: { create: { before: beginSession, after: recordProviderSignIn } },
      // The provider's tokens are for signing in, once: nothing of them is kept.
      account: { create: { before: async (account) => ({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }) } },
    },
    advanced: {
      cookiePrefix: "staff",
      defaultCookieAttributes: { path: "/admin", sameSite: "lax", httpOnly: true },
      ipAddress: { disableIpTracking: true },
      database: { generateId: "uuid" },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: "error", disableColors: true },
    onAPIError: { errorURL: "/admin/sign-in" },
  });
}

type Instance = ReturnType<typeof build>;
let instance: Instance | undefined;
let cityInstance: Instance | undefined;

/** The one instance, made at the first request: a build has no secrets and no database. */
export function auth(): Instance {
  return (instance ??= build(null).catch((error: unknown) => {
    instance = undefined;
    throw error;
  }));
}

/**
 * The same with the city's own provider, for the way there and back. The library asks the provider about itself before it does
 * anything else: one that does not answer must keep nobody out who needs it not.
 */
export function authWithProvider(): Instance {
  return (cityInstance ??= build(provider()).catch((error: unknown) => {
    cityInstance = undefined;
    throw error;
  }));
}

/** What is known about the provider is asked anew. */
export function forgetProvider(): void {
  cityInstance = undefined;
}
