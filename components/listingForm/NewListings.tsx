import { useTranslations } from "next-intl";

type Props = { listings: { id: string; name: string; state: "draft" | "submitted"; authorIds: string[] }[]; names: Map<string, string> };

/** Listings that nobody has approved yet: the table cannot have them. */
export function NewListings({ listings, names }: Props) {
  const t = useTranslations("Staff.Listings");
  if (listings.length === 0) return null;
  return (
    <section className="card" aria-labelledby="new-listings">
      <h2 id="new-listings">{t("newTitle")}</h2>
      <ul>
        {listings.map(({ id, name, state, authorIds }) => (
          <li key={id}>
            <a href={`/admin/listings/${id}`}>{name}</a>{" "}
            <span className="soft">{[t(state === "draft" ? "state.draft" : "state.waiting"), ...authorIds.flatMap((author) => names.get(author) ?? [])].join(", ")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
