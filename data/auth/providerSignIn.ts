import { isAPIError } from "better-auth/api";
import { record } from "../audit";
import { db } from "../db";
import { currentStaff } from "../staffSession";
import { authWithProvider, forgetProvider } from "./auth";
import { cookiesOf, type Cookie } from "./cookies";
import { provider, providerId } from "./provider";

/** A provider may take so long until somebody who waits is told. */
const seconds = 10;

/** Why nobody was let in: not one of ours, ended at the provider by the person, or something that may pass. */
export const providerFaults = ["refused", "stopped", "failed"] as const;
export type ProviderFault = (typeof providerFaults)[number];

// As the library says it, and OpenID Connect: whatever is not here may pass.
const faults = new Map<string, ProviderFault>([
  ["signup_disabled", "refused"],
  ["account_not_linked", "refused"],
  ["email_not_found", "refused"],
  ["unable_to_create_session", "refused"],
  ["access_denied", "stopped"],
]);

/**
 * @param comesLate takes back what an answer has done that comes when nobody waits for it any more
 * @returns null when the provider was too slow, or is not there
 */
async function inTime<Answer>(work: (instance: Awaited<ReturnType<typeof authWithProvider>>) => Promise<Answer>, comesLate?: (answer: Answer) => Promise<void>): Promise<Answer | null> {
  let timer: NodeJS.Timeout | undefined;
  const working = authWithProvider().then(work);
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      console.error(`sign-in: the city's own provider did not answer within ${seconds} s`);
      // The next try asks it anew, instead of waiting with this one.
      forgetProvider();
      resolve(null);
      working.then(comesLate).catch((error: unknown) => console.error(`sign-in: ${error instanceof Error ? error.message : String(error)}`));
    }, seconds * 1000);
  });
  try {
    return await Promise.race([working, tooLate]);
  } catch (error) {
    if (isAPIError(error)) return null;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The address of the city's own provider, and the cookie by which its answer is known again.
 * @returns null while the provider does not answer
 */
export async function beginProviderSignIn(headers: Headers): Promise<{ url: string; cookies: Cookie[] } | null> {
  if (!provider()) return null;
  const body = { provider: providerId, callbackURL: "/admin", errorCallbackURL: "/admin/sign-in", disableRedirect: true };
  const answer = await inTime(({ api }) => api.signInSocial({ body, headers, returnHeaders: true }));
  return answer?.response.url ? { url: answer.response.url, cookies: cookiesOf(answer.headers) } : null;
}

/** The way back from the provider: into the staff area with a session, or why not. */
export async function endProviderSignIn(request: Request): Promise<{ cookies: Cookie[] } | { fault: ProviderFault }> {
  const answer = await inTime(({ handler }) => handler(request), endUnheldSession);
  const location = answer?.headers.get("location");
  if (!answer || !location) return { fault: "failed" };
  const error = new URL(location, request.url).searchParams.get("error");
  return error === null ? { cookies: cookiesOf(answer.headers) } : { fault: faults.get(error) ?? "failed" };
}

/** Its cookie reached nobody: the guide ends it, and says so beside the sign-in. */
async function endUnheldSession({ headers }: Response): Promise<void> {
  const cookie = cookiesOf(headers).map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ");
  const staff = await currentStaff(new Headers({ cookie }));
  if (!staff) return;
  await db.$transaction(async (transaction) => {
    const { count } = await transaction.staffSession.deleteMany({ where: { id: staff.sessionId } });
    if (count > 0) await record(transaction, null, { action: "session.revoke", entity: "StaffMember", entityId: staff.actor.id, detail: { sessions: count } });
  });
}
