import type { APIRequestContext } from "playwright/test";
import { builtActions, newPerson, postAction, signInByRequest, type BuiltAction } from "../../e2e/staffRequest.ts";

export type People = { contributor: APIRequestContext; editor: APIRequestContext; actions: Map<string, BuiltAction> };

/** Demonstration staff, signed in. */
export async function people(origin: string): Promise<People> {
  process.env.GUIDE_ORIGIN = origin;
  const [contributor, editor] = [await newPerson(), await newPerson()];
  await signInByRequest(contributor, "contributor");
  await signInByRequest(editor, "editor");
  return { contributor, editor, actions: builtActions() };
}

/** Sends a form as a browser without scripts does. */
export const send = postAction;
