import { getTranslations } from "next-intl/server";
import { WholeDocument } from "@/components/revision/WholeDocument";
import { sourceLabels } from "@/components/staff/sourceLabels";
import { documentNames } from "@/data/documentNames";
import { documentAt } from "@/data/revisions/read";
import type { RecordEntity } from "@/lib/documents";
import type { Locale } from "@/lib/locales";
import { endOf, formatMoment } from "@/lib/moments";

type Props = { entity: RecordEntity; id: string; on: string | null; at: string | null; timeZone: string; locale: Locale };

/** "What did the site say on a given day?": the question, and the answer where somebody asks. */
export async function Then({ entity, id, on, at, timeZone, locale }: Props) {
  const t = await getTranslations("Staff.History");
  return (
    <section aria-labelledby="then" className="card">
      <h2 id="then">{t("on")}</h2>
      <form method="get" className="filters">
        <div className="labelled">
          <label htmlFor="on">{t("day")}</label>
          <input id="on" name="on" type="date" required defaultValue={on ?? ""} className="field" />
        </div>
        <div className="labelled">
          <label htmlFor="at">{t("time")}</label>
          <input id="at" name="at" type="time" defaultValue={at ?? ""} className="field" />
        </div>
        <button type="submit" className="button button-quiet">
          {t("show")}
        </button>
      </form>
      <p className="hint">{t("zone", { zone: timeZone.replaceAll("_", " ") })}</p>
      {on !== null && <Answer entity={entity} id={id} on={on} at={at} timeZone={timeZone} locale={locale} />}
    </section>
  );
}

/** Nobody knows what it will say tonight. */
const untilNow = (moment: Date) => new Date(Math.min(moment.getTime(), Date.now()));

async function Answer({ entity, id, on, at, timeZone, locale }: Props & { on: string }) {
  const [t, words] = [await getTranslations("Staff.History"), await getTranslations("Staff.Source")];
  const end = endOf(on, at, timeZone);
  if (!end)
    return (
      <p role="alert" className="error">
        {t("badDay")}
      </p>
    );
  const moment = untilNow(end);
  const date = formatMoment(moment, timeZone, locale);
  const then = await documentAt(entity, id, moment);
  if (!then) return <p className="note">{t("notYet", { date })}</p>;
  const { document, number, decidedAt } = then;
  const isHidden = "hidden" in document && document.hidden;
  return (
    <div className="form">
      <h3>{t("then", { date })}</h3>
      <p>{t("since", { date: formatMoment(decidedAt, timeZone, locale), number })}</p>
      {isHidden && <p className="note">{t("wasHidden")}</p>}
      {!isHidden && (
        <p>
          <a href={`/admin/preview/${then.id}?${new URLSearchParams({ on, ...(at ? { at } : {}) })}`}>{t("preview")}</a>
        </p>
      )}
      <WholeDocument document={document} names={await documentNames([document], locale, (sources) => sourceLabels(sources, words, locale))} />
    </div>
  );
}
