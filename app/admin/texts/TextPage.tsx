import type { ComponentProps, ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { hideRecord, showRecord } from "../hiding/actions";
import { OpenNotice } from "../OpenNotice";
import { moveText } from "./actions";
import { MoveForm } from "@/components/textForm/MoveForm";
import { TextForm } from "@/components/textForm/TextForm";
import { TextStates } from "@/components/textForm/TextStates";
import { formPath, historyPath } from "@/components/revision/recordPaths";
import { HideForm } from "@/components/staff/HideForm";
import { Notice } from "@/components/staff/Notice";
import { todayInCity } from "@/data/city";
import { hideable } from "@/data/revisions/hide";
import { movable } from "@/data/revisions/move";
import type { Editing } from "@/data/revisions/read";
import { listTextSources } from "@/data/staffTexts";
import { textStatusOf } from "@/data/translations";
import type { DocumentOf } from "@/lib/documents";
import { eachLocale, locales } from "@/lib/locales";
import { may, type Actor } from "@/lib/permissions";
import { formOfRecord, type TextRecord } from "@/lib/recordForm";

export type TextPageProps = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string; saved?: string }> };
const outcomes = ["draft", "submitted", "published", "hidden", "moved"] as const;

type Props<E extends TextRecord> = {
  actor: Actor;
  entity: E;
  id: string;
  title: string;
  back: { href: string; name: string };
  /** Null: a new record. */
  editing: Editing<E> | null;
  query: { done?: string; saved?: string };
  action: ComponentProps<typeof TextForm>["action"];
  parent?: string;
  /** What it has besides its text. */
  children?: ReactNode;
  /** Below the form: what belongs to it. */
  parts?: ReactNode;
};

/** The page of one record that is mostly text: what waits for it, its form, and what else can be done with it. */
export async function TextPage<E extends TextRecord>({ actor, entity, id, title, back, editing, query, action, parent, children, parts }: Props<E>) {
  const [t, form] = [await getTranslations("Staff.TextForm"), await getTranslations("Staff.Form")];
  const { version, approved, open } = editing ?? { version: 0, approved: null, open: null };
  const document = open?.document ?? approved;
  const outcome = outcomes.find((outcome) => outcome === query.done);
  const [today, statuses] = [await todayInCity(), approved ? await Promise.all(locales.map((locale) => textStatusOf(entity, [id], locale))) : []];
  const own = document && "sources" in document ? document.sources : [];
  const hidden = approved !== null && "hidden" in approved && approved.hidden;
  const values = { ...(document ? formOfRecord(entity, document as DocumentOf<E>) : { lastReviewedOn: [today] }), "source.kind": ["law"], ...(open?.sourceKey ? { sourceKey: [open.sourceKey] } : {}), ...(open?.comment ? { comment: [open.comment] } : {}) };
  const known = entity === "City" ? null : await listTextSources([...own, ...(open?.sourceKey ? [open.sourceKey] : [])]);
  const canHide = hideable.find((kind) => kind === entity);
  const canMove = movable.find((kind) => kind === entity);
  return (
    <main id="main">
      <p>
        <a href={back.href}>{back.name}</a>
      </p>
      <h1>{title}</h1>
      {open && <OpenNotice open={open} />}
      {hidden && <Notice kind="warning">{t("isHidden")}</Notice>}
      {approved && entity !== "City" && <TextStates isNew={false} hidden={false} open={null} status={eachLocale((locale) => statuses[locales.indexOf(locale)]!.get(id)!)} />}
      {document && (
        <ul className="row">
          {open && (
            <li>
              <a href={`/admin/preview/${open.id}`}>{t("seeAsResident")}</a>
            </li>
          )}
          {approved && (
            <li>
              <a href={historyPath(entity, id)}>{t("history")}</a>
            </li>
          )}
          {approved && entity !== "City" && (
            <li>
              <a href={`/admin/translations/review/${entity}/${id}`}>{t("reviews")}</a>
            </li>
          )}
        </ul>
      )}
      {parts}
      <TextForm
        key={query.saved ?? ""}
        action={action}
        done={outcome && form(`done.${outcome === "published" && hidden ? "approved" : outcome}`)}
        entity={entity}
        id={id}
        version={version}
        href={formPath(entity, id)}
        values={values}
        parent={document ? undefined : parent}
        sources={known ? { known, today } : undefined}
      >
        {children}
      </TextForm>
      {approved && canMove && may(actor, "revisions.approve") !== "role" && <MoveForm action={moveText} entity={canMove} id={id} />}
      {approved && canHide && !hidden && may(actor, "records.hide") !== "role" && <HideForm kind="hide" action={hideRecord} entity={canHide} id={id} />}
      {hidden && canHide && <HideForm kind="show" action={showRecord} entity={canHide} id={id} version={version} />}
    </main>
  );
}
