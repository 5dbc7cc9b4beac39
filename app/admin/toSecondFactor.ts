import { headers } from "next/headers";
import { redirect } from "next/navigation";

/** Leads to the second step, and from there back to the page that was asked for, or that the form stands on (proxy.ts writes down which). */
export async function toSecondFactor(): Promise<never> {
  const page = new URL((await headers()).get("x-staff-page") ?? "/admin", "http://studio");
  // What it said about an earlier form is no news any more.
  page.searchParams.delete("done");
  redirect(`/admin/second-factor?${new URLSearchParams({ next: page.pathname + page.search })}`);
}
