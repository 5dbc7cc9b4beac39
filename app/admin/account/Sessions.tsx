import { getTranslations } from "next-intl/server";
import { revokeSession } from "./actions";
import { SubmitButton } from "@/components/staff/SubmitButton";
import { Table } from "@/components/staff/Table";
import { getCity } from "@/data/city";
import { listSessions } from "@/data/staffSession";
import type { Locale } from "@/lib/locales";
import { formatMoment } from "@/lib/moments";
import type { Actor } from "@/lib/permissions";

/** Where one is signed in, and how to end that. */
export async function Sessions({ actor, sessionId, locale }: { actor: Actor; sessionId: string; locale: Locale }) {
  const [t, sessions, { timeZone }] = [await getTranslations("Staff.Account"), await listSessions(actor), await getCity(locale)];
  return (
    <section className="card">
      <h2>{t("sessions")}</h2>
      <p className="soft">{t("sessionsHint")}</p>
      <Table caption={t("sessions")}>
        <thead>
          <tr>
            <th scope="col">{t("device")}</th>
            <th scope="col">{t("since")}</th>
            <th scope="col">{t("lastUsed")}</th>
            <th scope="col">{t("end")}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <th scope="row">{session.userAgent ?? t("unknownDevice")}</th>
              <td>{formatMoment(session.createdAt, timeZone, locale)}</td>
              <td>{formatMoment(session.updatedAt, timeZone, locale)}</td>
              <td>
                {session.id === sessionId ? (
                  t("thisOne")
                ) : (
                  <form action={revokeSession}>
                    <input type="hidden" name="session" value={session.id} />
                    <button type="submit" className="link" aria-label={t("endOf", { device: session.userAgent ?? t("unknownDevice"), since: formatMoment(session.createdAt, timeZone, locale) })}>
                      {t("endIt")}
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {sessions.length > 1 && (
        <form action={revokeSession}>
          <SubmitButton quiet>{t("endOthers")}</SubmitButton>
        </form>
      )}
    </section>
  );
}
