"use client";

import type { ComponentProps } from "react";
import { useTranslations } from "next-intl";
import { Rows } from "@/components/staff/Rows";
import type { ListingList } from "@/lib/listingForm";

/** One of the lists of a listing. */
export function ListingRows({ list, ...rows }: { list: ListingList } & Pick<ComponentProps<typeof Rows>, "least" | "children">) {
  const [t, names] = [useTranslations("Staff.ListingForm.add"), useTranslations("Staff.FieldNames.items")];
  return <Rows {...rows} list={list} item={(number) => names(list, { number })} add={t(list)} />;
}
