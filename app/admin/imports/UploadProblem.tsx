import { useTranslations } from "next-intl";
import { z } from "zod";
import { fileProblems } from "@/lib/importFile";

const problem = z.enum([...fileProblems, "form", "source", "file", "tooLarge"]);

/** Why the last file was not taken in; the focus is here when the page opens. */
export function UploadProblem({ said }: { said: unknown }) {
  const t = useTranslations("Staff.Imports");
  const parsed = problem.safeParse(said);
  if (!parsed.success) return null;
  return (
    <div role="alert" tabIndex={-1} autoFocus className="errors">
      <p>{t(`problem.${parsed.data}`)}</p>
    </div>
  );
}
