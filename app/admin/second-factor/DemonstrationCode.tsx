import { useTranslations } from "next-intl";
import { Notice } from "@/components/staff/Notice";
import { demonstrationSecret } from "@/lib/demonstrationStaff";
import { totpCode } from "@/lib/totpCode";

/** What the app of a demonstration account would show: its key is published, so the code protects nothing. */
export function DemonstrationCode() {
  const t = useTranslations("Staff.Demonstration");
  return (
    <Notice kind="warning">
      <p>
        <b>{t("codeTitle")}</b>
      </p>
      <p>{t.rich("code", { code: totpCode(demonstrationSecret.typed), number: (digits) => <code>{digits}</code> })}</p>
      <p>{t("own")}</p>
    </Notice>
  );
}
