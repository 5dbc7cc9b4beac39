import type { ReactNode } from "react";
import { frameMetadata, StaffFrame } from "@/app/admin/StaffFrame";
import { welcomeLocale } from "@/app/admin/welcome/welcomed";

type Props = { params: Promise<{ token: string }> };

export const dynamic = "force-dynamic";
export const generateMetadata = async ({ params }: Props) => frameMetadata(await welcomeLocale((await params).token));

/** In the language of the person whose link it is: nobody is signed in yet. */
export default async function WelcomeLayout({ children, params }: Props & { children: ReactNode }) {
  return <StaffFrame locale={await welcomeLocale((await params).token)}>{children}</StaffFrame>;
}
