import type { APIRequestContext, Page } from "playwright/test";
import { ownRecords, type OwnRecords } from "./ownRecords.ts";
import { expect, test as base, watch } from "./staff.ts";
import { newPerson, ownAddress, signInByRequest } from "./staffRequest.ts";
import type { Role } from "../lib/permissions.ts";

type Storage = Awaited<ReturnType<APIRequestContext["storageState"]>>;
type Fixtures = {
  /** A browser of its own; with whoever has signed in there. */
  browse: (storageState?: Storage) => Promise<Page>;
  /** A browser in which this person of the demonstration is signed in, second factor shown. */
  as: (role: Role, nth?: number) => Promise<Page>;
  /** Records that this test may change: no other test looks at them, and residents do not see them afterwards. */
  own: OwnRecords;
};

/** Several people at work at once. `page` is a resident's. */
export const test = base.extend<Fixtures, { sessionOf: (role: Role, nth: number) => Promise<Storage> }>({
  // Everybody signs in once a worker: a password takes long to check.
  sessionOf: [
    async ({ playwright: _ }, provide) => {
      const sessions = new Map<string, Promise<Storage>>();
      const enter = async (role: Role, nth: number) => {
        const context = await newPerson();
        await signInByRequest(context, role, nth);
        const storage = await context.storageState();
        await context.dispose();
        return storage;
      };
      await provide((role, nth) => {
        const key = `${role} ${nth}`;
        const session = sessions.get(key) ?? enter(role, nth);
        sessions.set(key, session);
        return session;
      });
    },
    { scope: "worker" },
  ],
  browse: async ({ browser, baseURL, javaScriptEnabled }, provide) => {
    const ends: (() => Promise<void>)[] = [];
    await provide(async (storageState) => {
      const context = await browser.newContext({ baseURL, javaScriptEnabled, storageState, extraHTTPHeaders: ownAddress() });
      const settle = watch(context, baseURL ?? "");
      ends.push(async () => {
        await context.close();
        settle();
      });
      return context.newPage();
    });
    for (const end of ends) await end();
  },
  as: async ({ browse, sessionOf }, provide) => {
    await provide(async (role, nth = 0) => browse(await sessionOf(role, nth)));
  },
  own: async ({ playwright: _ }, provide) => {
    const { records, hideAll } = await ownRecords();
    await provide(records);
    await hideAll();
  },
});
export { expect };
