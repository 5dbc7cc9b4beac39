import type { ReactNode } from "react";
import { staffLocale } from "./currentStaff";
import { frameMetadata, StaffFrame } from "./StaffFrame";

export const dynamic = "force-dynamic";
export const generateMetadata = async () => frameMetadata(await staffLocale());

/** In the language of the person who is signed in. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  return <StaffFrame locale={await staffLocale()}>{children}</StaffFrame>;
}
