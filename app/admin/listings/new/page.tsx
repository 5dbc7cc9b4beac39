import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { openStaffPage } from "../../openStaffPage";

/** A new listing has its address from the first moment, so that saving it twice is noticed. */
export default async function NewListingPage() {
  await openStaffPage("/admin/listings/new");
  redirect(`/admin/listings/${randomUUID()}?new=1`);
}
