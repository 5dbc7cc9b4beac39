import createMiddleware from "next-intl/middleware";
import { routing } from "@/i18n/routing";

// Turns translated addresses into routes (/es/directivas → app/[locale]/directives). It decides nothing else.
export default createMiddleware(routing);

export const config = { matcher: ["/en/:path*", "/es/:path*", "/en", "/es"] };
