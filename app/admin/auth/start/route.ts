import { openEntranceRoute } from "../../openStaffRoute";
import { setCookies } from "../../setCookies";
import { beginProviderSignIn } from "@/data/auth/providerSignIn";

export const dynamic = "force-dynamic";

/** The way to the city's own sign-in. A link, not a form: browsers hold a form to our own addresses on its whole way, and a provider may have many. */
export async function GET(request: Request): Promise<Response> {
  openEntranceRoute("GET /admin/auth/start");
  // Only our own page sends people there.
  const site = request.headers.get("sec-fetch-site") ?? "same-origin";
  if (site !== "same-origin") return new Response(null, { status: 303, headers: { location: "/admin/sign-in" } });
  const begun = await beginProviderSignIn(request.headers);
  if (!begun) return new Response(null, { status: 303, headers: { location: "/admin/sign-in?provider=failed" } });
  await setCookies(begun.cookies);
  return new Response(null, { status: 303, headers: { location: begun.url } });
}
