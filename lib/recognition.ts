export type Recognition = { expiresOn: string; renewalPending: boolean; status: string };

/**
 * What a recognition is worth today (8 C.F.R. § 1292.16: one whose renewal was asked for in time goes on until it is decided).
 * @param today ISO day in the city
 * @returns until: it holds until its date · renewing, overdue: renewal is pending, before or after that date · ended
 */
export function recognitionState({ expiresOn, renewalPending, status }: Recognition, today: string): "until" | "renewing" | "overdue" | "ended" {
  if (status !== "Active") return "ended";
  if (renewalPending) return expiresOn < today ? "overdue" : "renewing";
  return expiresOn < today ? "ended" : "until";
}
