import { openEntranceRoute } from "../../../openStaffRoute";
import { setCookies } from "../../../setCookies";
import { provider } from "@/data/auth/provider";
import { endProviderSignIn } from "@/data/auth/providerSignIn";

export const dynamic = "force-dynamic";

/** The way back from the city's own sign-in. */
export async function GET(request: Request): Promise<Response> {
  openEntranceRoute("GET /admin/auth/callback/city");
  if (!provider()) return new Response(null, { status: 404 });
  const answer = await endProviderSignIn(request);
  if ("fault" in answer) return new Response(null, { status: 303, headers: { location: `/admin/sign-in?provider=${answer.fault}` } });
  await setCookies(answer.cookies);
  return new Response(null, { status: 303, headers: { location: "/admin" } });
}
