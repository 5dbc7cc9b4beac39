import type { ReactNode } from "react";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../../openStaffPage";
import { changeStaff, correctInvitation, renewWelcomeLink } from "../actions";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { Field } from "@/components/staff/Field";
import { Notice } from "@/components/staff/Notice";
import { ShownOnce } from "@/components/staff/ShownOnce";
import { SubmitButton } from "@/components/staff/SubmitButton";
import { getStaffMember } from "@/data/staff";
import { roles } from "@/lib/permissions";

const page = "/admin/staff/[id]";
const messages = ["role", "disable", "enable", "sessions", "secondFactor", "correct"] as const;

export async function generateMetadata() {
  const { locale } = await openStaffPage(page);
  const t = await getTranslations({ locale, namespace: "Staff.Team" });
  return { title: t("title") };
}

/** One person's account, for administrators. */
export default async function StaffMemberPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }) {
  const { actor } = await openStaffPage(page);
  const [t, shell] = [await getTranslations("Staff.Team"), await getTranslations("Staff.Shell")];
  const [person, { done }] = [await getStaffMember(actor, (await params).id), await searchParams];
  if (!person) notFound();
  const message = messages.find((key) => key === done);
  const form = (change: string, fields: ReactNode, label: string, danger = false) => (
    <ActionForm action={changeStaff} key={change}>
      <ErrorSummary />
      <input type="hidden" name="id" value={person.id} />
      <input type="hidden" name="change" value={change} />
      {fields}
      <SubmitButton quiet className={danger ? "button button-danger" : undefined}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
  return (
    <main id="main">
      <p>
        <a href="/admin/staff">{t("back")}</a>
      </p>
      <h1>{person.name}</h1>
      {message && <Notice>{t(`done.${message}`)}</Notice>}
      <p>
        {person.email} · {shell(`role.${person.role}`)} · {t(person.disabledAt ? "states.disabled" : person.signsIn ? "states.active" : "states.invited")} · {t("sessionsOpen", { count: person.sessions })}
      </p>
      {person.id === actor.id ? (
        <p>
          {t("self")} <a href="/admin/account">{t("ownAccount")}</a>
        </p>
      ) : person.disabledAt ? (
        <section className="card">{form("enable", <p>{t("enableText")}</p>, t("enable"))}</section>
      ) : (
        <>
          <section className="card">
            <h2>{t("role")}</h2>
            {form(
              "role",
              <Field as="select" name="role" label={t("newRole")} hint={t("roleChange")} defaultValue={person.role} options={roles.map((role) => ({ value: role, label: `${shell(`role.${role}`)} – ${t(`roles.${role}`)}` }))} />,
              t("changeRole"),
            )}
          </section>
          <section className="card">
            <h2>{t(person.signsIn ? "newLink" : "newInvitation")}</h2>
            <ActionForm action={renewWelcomeLink}>
              <ErrorSummary />
              <ShownOnce>
                <p>{t("link")}</p>
              </ShownOnce>
              <input type="hidden" name="id" value={person.id} />
              <p>{t(person.signsIn ? "newLinkText" : "newInvitationText")}</p>
              <SubmitButton quiet>{t("makeLink")}</SubmitButton>
            </ActionForm>
          </section>
          {!person.signsIn && (
            <section className="card">
              <h2>{t("correct")}</h2>
              <ActionForm action={correctInvitation}>
                <ErrorSummary />
                <p>{t("correctText")}</p>
                <input type="hidden" name="id" value={person.id} />
                <Field name="name" label={t("name")} defaultValue={person.name} maxLength={100} autoComplete="off" required />
                <Field name="email" type="email" label={t("email")} defaultValue={person.email} maxLength={254} autoComplete="off" required />
                <SubmitButton quiet>{t("saveCorrection")}</SubmitButton>
              </ActionForm>
            </section>
          )}
          {person.sessions > 0 && <section className="card">{form("sessions", <p>{t("sessionsText")}</p>, t("endSessions"))}</section>}
          {person.twoFactorEnabled && <section className="card">{form("secondFactor", <p>{t("secondFactorText")}</p>, t("resetSecondFactor"), true)}</section>}
          <section className="card">{form("disable", <p>{t("disableText")}</p>, t("disable"), true)}</section>
        </>
      )}
    </main>
  );
}
