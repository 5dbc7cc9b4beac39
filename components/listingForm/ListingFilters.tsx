import { useTranslations } from "next-intl";
import { listingFile } from "@/lib/content";
import { longestSearch } from "@/lib/helpFilters";
import { listingOrders, listingStates, type StaffListingQuery } from "@/lib/staffListingQuery";

type Props = { query: StaffListingQuery; cities: string[]; needs: { code: string; name: string }[] };

/** Search, filters and order of the table: an ordinary GET form, so that the address says everything. */
export function ListingFilters({ query, cities, needs }: Props) {
  const t = useTranslations("Staff.Listings");
  const [form, kinds] = [useTranslations("Staff.ListingForm"), useTranslations("Staff.FieldNames.values.kind")];
  const select = (name: "city" | "need" | "grade" | "kind" | "state" | "sort", options: { value: string; label: string }[], any: string | null) => (
    <div className="labelled">
      <label htmlFor={name}>{t(`filter.${name}`)}</label>
      <select id={name} name={name} className="field" defaultValue={query[name] ?? ""}>
        {any && <option value="">{any}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
  const isNarrowed = Object.values({ ...query, page: undefined, sort: undefined }).some(Boolean);
  return (
    <form action="/admin/listings" method="get" role="search" className="filters listing-filters" noValidate>
      <div className="labelled">
        <label htmlFor="q">{t("filter.q")}</label>
        <input id="q" name="q" type="search" className="field" defaultValue={query.q} maxLength={longestSearch} autoComplete="off" enterKeyHint="search" />
      </div>
      {select("city", cities.map((city) => ({ value: city, label: city })), t("any"))}
      {select("need", needs.map(({ code, name }) => ({ value: code, label: name })), t("any"))}
      {select("state", listingStates.map((value) => ({ value, label: t(`state.${value}`) })), t("any"))}
      {select("grade", listingFile.shape.grade.options.map((value) => ({ value, label: form(`grade.${value}`) })), t("any"))}
      {select("kind", listingFile.shape.kind.options.map((value) => ({ value, label: kinds(value) })), t("any"))}
      {select("sort", listingOrders.map((value) => ({ value: value === "name" ? "" : value, label: t(`order.${value}`) })), null)}
      <p className="row">
        <button className="button">{t("search")}</button>
        {isNarrowed && <a href="/admin/listings">{t("clear")}</a>}
      </p>
    </form>
  );
}
