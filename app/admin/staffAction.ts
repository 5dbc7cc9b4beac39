import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ZodError } from "zod";
import { currentStaff, staffLocale } from "./currentStaff";
import { toSecondFactor } from "./toSecondFactor";
import { NotAllowed } from "@/data/allow";
import { TooManyTries } from "@/data/auth/tries";
import type { Staff } from "@/data/staffSession";
import { staffActions, type StaffActionName } from "@/lib/access";
import { typedValues, type FormError, type FormResult } from "@/lib/formResult";
import type { Locale } from "@/lib/locales";
import { may, type Actor } from "@/lib/permissions";

type Entrance = { [A in StaffActionName]: (typeof staffActions)[A] extends "nobody" ? A : never }[StaffActionName];
/** What an action answers: why it could not do it, or what is shown this once. Otherwise it redirects, or answers nothing. */
type Answer = { errors: FormError[] } | { shown: string[]; told?: string } | undefined;
type Sent = [FormData] | [FormResult | null, FormData];
/** For <form action>, and for <ActionForm>, which hands in its last result first. */
type FormAction = { (formData: FormData): Promise<void>; (last: FormResult | null, formData: FormData): Promise<FormResult | null> };

/**
 * Every server action that changes something is made by this: it finds out who acts, asks lib/access.ts whether they may,
 * and turns refusals into a sentence beside the form, so that nothing typed is lost. data/ asks again.
 */
export function staffAction(name: Exclude<StaffActionName, Entrance>, work: (actor: Actor, formData: FormData, staff: Staff) => Promise<Answer>): FormAction {
  return formAction(async (formData, sent) => {
    const staff = await currentStaff();
    const refusal = staff ? may(staff.actor, staffActions[name]) : "nobody";
    if (staff && refusal === "yes") return work(staff.actor, formData, staff);
    // A plain button has nothing to lose; a form keeps what was typed.
    if (sent.length === 1 && refusal === "secondFactor") await toSecondFactor();
    if (sent.length === 1) redirect(refusal === "nobody" ? "/admin/sign-in" : "/admin/no-access");
    return { errors: [{ message: await sentence(refusal) }] };
  });
}

/** The same for actions of people who are not signed in. */
export function entranceAction(_name: Entrance, work: (formData: FormData, headers: Headers, locale: Locale) => Promise<Answer>): FormAction {
  return formAction(async (formData) => work(formData, await headers(), await staffLocale()));
}

/** No form of ours has so many, and while they are read nobody else is answered. */
const mostFields = 3_000;
/** Nobody can type it, and PostgreSQL refuses it, in comments and reasons too. */
const nul = "\0";
const isForm = (sent: unknown): sent is FormData =>
  sent instanceof FormData && [...sent.keys()].length <= mostFields && ![...sent.values()].some((value) => typeof value === "string" && value.includes(nul));

function formAction(work: (formData: FormData, sent: Sent) => Promise<Answer>): FormAction {
  async function action(formData: FormData): Promise<void>;
  async function action(last: FormResult | null, formData: FormData): Promise<FormResult | null>;
  async function action(...sent: Sent): Promise<FormResult | null | void> {
    const formData = sent.length === 1 ? sent[0] : sent[1];
    if (!isForm(formData)) return { errors: [{ message: await sentence("form") }], values: {} };
    const answer = await work(formData, sent).catch(async (error: unknown): Promise<Answer> => {
      if (error instanceof NotAllowed) return { errors: [{ message: await sentence(error.because) }] };
      if (error instanceof TooManyTries) return { errors: [{ message: await sentence("tries", error.minutes) }] };
      // Only a form that is not ours lacks what an action takes for granted.
      if (error instanceof ZodError) return { errors: [{ message: await sentence("form") }] };
      throw error;
    });
    if (!answer) return null;
    return "shown" in answer ? { errors: [], values: {}, ...answer } : { errors: answer.errors, values: typedValues(formData) };
  }
  return action;
}

async function sentence(key: "nobody" | "role" | "secondFactor" | "tries" | "form" | "yes", minutes = 0): Promise<string> {
  // In an action next-intl does not know the language by itself.
  const t = await getTranslations({ locale: await staffLocale(), namespace: "Staff.Refusal" });
  return key === "tries" ? t("tries", { minutes }) : t(key === "yes" ? "role" : key);
}
