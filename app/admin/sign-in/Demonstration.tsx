import { useTranslations } from "next-intl";
import { demonstrationPassword, demonstrationSecret, demonstrationStaff } from "@/lib/demonstrationStaff";

/** How to try the staff area while the demonstration is on. */
export function Demonstration() {
  const t = useTranslations("Staff.Demonstration");
  return (
    <details className="card fold">
      <summary>{t("title")}</summary>
      <ul>
        {demonstrationStaff.map(({ email }) => (
          <li key={email}>
            <code>{email}</code>
          </li>
        ))}
      </ul>
      <p>
        {t("password")} <code>{demonstrationPassword}</code>
      </p>
      <p>
        {t("secret")} <code>{demonstrationSecret.typed.replace(/.{4}(?=.)/g, "$& ")}</code>
      </p>
    </details>
  );
}
