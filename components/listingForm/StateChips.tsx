import { useTranslations } from "next-intl";
import type { ListingState } from "@/lib/staffListingQuery";

/** What stands out about a listing, in words. */
export function StateChips({ states }: { states: ListingState[] }) {
  const t = useTranslations("Staff.Listings.state");
  if (states.length === 0) return null;
  return (
    <ul className="states">
      {states.map((state) => (
        <li key={state} className="note">
          {t(state)}
        </li>
      ))}
    </ul>
  );
}
