import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../../../openStaffPage";
import { OpenNotice } from "../../../OpenNotice";
import { readRecord } from "../../../texts/readRecord";
import { translationPath } from "../../../texts/textPath";
import { saveTranslation } from "../../actions";
import { kindOf } from "../../translated";
import { Notice } from "@/components/staff/Notice";
import { TranslationForm } from "@/components/textForm/TranslationForm";
import { staleTexts } from "@/data/translationQueue";
import { isRecordEntity } from "@/lib/documents";
import { textsOf } from "@/lib/documentTexts";
import { languageInSentence } from "@/lib/languageName";
import { isLocale, locales, sourceLocale } from "@/lib/locales";
import { formOfText } from "@/lib/textForm";
import { titleIn } from "@/lib/titleIn";

type Props = { params: Promise<{ entity: string; id: string }>; searchParams: Promise<{ into?: string; done?: string; saved?: string }> };
const outcomes = ["draft", "submitted", "published"] as const;

async function read({ params, searchParams }: Props) {
  const [{ entity, id }, { into = "" }] = [await params, await searchParams];
  if (!isRecordEntity(entity)) notFound();
  const language = isLocale(into) && into !== sourceLocale ? into : locales.find((locale) => locale !== sourceLocale);
  if (!language) notFound();
  return { entity, into: language, ...(await readRecord(entity, id)) };
}

export async function generateMetadata(props: Props) {
  const { locale } = await openStaffPage("/admin/translations/[entity]/[id]");
  return { title: titleIn((await read(props)).document, locale) };
}

export default async function TranslationPage(props: Props) {
  const { locale } = await openStaffPage("/admin/translations/[entity]/[id]");
  const { entity, id, into, editing, document } = await read(props);
  const { done, saved } = await props.searchParams;
  const [t, form] = [await getTranslations("Staff.Translations"), await getTranslations("Staff.Form")];
  const stale = new Map((await staleTexts(entity, id, into)).map(({ path, madeFrom }) => [path, madeFrom]));
  const texts = textsOf(entity, document);
  const formIn = (language: "into" | "english", text: unknown, index: number) => formOfText(kindOf(texts[index]!), texts[index]!.path, { [language === "into" ? into : sourceLocale]: text });
  const language = languageInSentence(into, locale);
  const outcome = outcomes.find((outcome) => outcome === done);
  return (
    <main id="main">
      <p>
        <a href="/admin/translations">{t("back")}</a>
      </p>
      <h1>
        {titleIn(document, locale)}: {language}
      </h1>
      {editing.open && <OpenNotice open={editing.open} />}
      {stale.size > 0 && <Notice kind="warning">{t([...stale.values()].some((madeFrom) => madeFrom !== null) ? "isStale" : "isStaleUnknown", { language })}</Notice>}
      <TranslationForm
        key={saved ?? ""}
        action={saveTranslation}
        done={outcome && form(`done.${outcome}`)}
        entity={entity}
        id={id}
        version={editing.version}
        href={translationPath(entity, id)}
        into={into}
        values={{ ...Object.assign({}, ...texts.map(({ text }, index) => formIn("into", text[into], index))), ...(editing.open?.comment ? { comment: [editing.open.comment] } : {}) }}
        texts={texts.map((text, index) => {
          const madeFrom = stale.get(text.path) ?? null;
          return { kind: kindOf(text), path: text.path, english: formIn("english", text.text[sourceLocale], index), madeFrom: madeFrom === null ? null : formIn("english", madeFrom, index) };
        })}
        isStale={stale.size > 0}
      />
    </main>
  );
}
