import { useTranslations } from "next-intl";
import type { VerifyAction } from "./CalledForm";
import { TakeBackForm } from "./TakeBackForm";
import { Table } from "@/components/staff/Table";
import { formatDate } from "@/lib/dates";
import type { VerificationMethod, VerifiedFacts } from "@/lib/verification";

type Row = { id: string; facts: VerifiedFacts; method: string; verifiedOn: string; validUntil: string; name: string | null };

type Props = {
  verifications: Row[];
  locale: string;
  /** What the reader may take back, by one of its rows. */
  own: { id: string; facts: VerifiedFacts[] }[];
  takeBack: VerifyAction;
  next: string;
};

/** Who confirmed a listing, when and how. For staff only: residents see the day alone. */
export function VerificationHistory({ verifications, locale, own, takeBack, next }: Props) {
  const t = useTranslations("Staff.Verification");
  if (verifications.length === 0) return <p>{t("historyEmpty")}</p>;
  return (
    <Table caption={t("history")}>
      <thead>
        <tr>
          {(["facts", "method", "date", "until", "person"] as const).map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {verifications.map(({ id, facts, method, verifiedOn, validUntil, name }) => (
          <tr key={id}>
            <td>{t(facts)}</td>
            <td>{t(`methods.${method as VerificationMethod | "organization"}`)}</td>
            <td>{formatDate(verifiedOn, locale)}</td>
            <td>{formatDate(validUntil, locale)}</td>
            <td>
              {name ?? (method === "organization" ? t("themselves") : "")}
              {own.filter((made) => made.id === id).map((made) => (
                <TakeBackForm key={id} action={takeBack} id={id} about={[...made.facts.map((kind) => t(kind)), formatDate(verifiedOn, locale)].join(", ")} next={next} count={made.facts.length} className="link" />
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
