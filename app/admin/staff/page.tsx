import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../openStaffPage";
import { inviteStaff } from "./actions";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { Field } from "@/components/staff/Field";
import { ShownOnce } from "@/components/staff/ShownOnce";
import { SubmitButton } from "@/components/staff/SubmitButton";
import { Table } from "@/components/staff/Table";
import { listStaff } from "@/data/staff";
import { languageName } from "@/lib/languageName";
import { locales } from "@/lib/locales";
import { roles } from "@/lib/permissions";

export async function generateMetadata() {
  const { locale } = await openStaffPage("/admin/staff");
  const t = await getTranslations({ locale, namespace: "Staff.Team" });
  return { title: t("title") };
}

/** Who may enter, and the form by which somebody new is let in. */
export default async function StaffPage() {
  const { actor, locale } = await openStaffPage("/admin/staff");
  const [t, shell, staff] = [await getTranslations("Staff.Team"), await getTranslations("Staff.Shell"), await listStaff(actor)];
  return (
    <main id="main">
      <h1>{t("title")}</h1>
      <Table caption={t("title")}>
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("email")}</th>
            <th scope="col">{t("role")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col">{t("secondFactor")}</th>
          </tr>
        </thead>
        <tbody>
          {staff.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <a href={`/admin/staff/${person.id}`}>{person.name}</a>
              </th>
              <td>{person.email}</td>
              <td>{shell(`role.${person.role}`)}</td>
              <td>{t(person.disabledAt ? "states.disabled" : person.signsIn ? "states.active" : "states.invited")}</td>
              <td>{t(person.twoFactorEnabled ? "yes" : "no")}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <section className="card">
        <h2>{t("invite")}</h2>
        <ActionForm action={inviteStaff}>
          <ErrorSummary />
          <ShownOnce>
            <p>{t("link")}</p>
          </ShownOnce>
          <Field name="name" label={t("name")} maxLength={100} autoComplete="off" required />
          <Field name="email" type="email" label={t("email")} maxLength={254} autoComplete="off" required />
          <Field as="select" name="role" label={t("role")} hint={t("roleHint")} defaultValue="contributor" options={roles.map((role) => ({ value: role, label: `${shell(`role.${role}`)} – ${t(`roles.${role}`)}` }))} />
          <Field as="select" name="locale" label={t("language")} defaultValue={locale} options={locales.map((code) => ({ value: code, label: languageName(code, code) }))} />
          <SubmitButton>{t("makeLink")}</SubmitButton>
        </ActionForm>
      </section>
    </main>
  );
}
