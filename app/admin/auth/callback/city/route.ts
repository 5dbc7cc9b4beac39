import { openEntranceRoute } from "../../../openStaffRoute";
import { auth } from "@/data/auth/auth";
import { provider } from "@/data/auth/provider";

export const dynamic = "force-dynamic";

/** The way back from the city's own sign-in: the one address of the library that is open. */
export async function GET(request: Request): Promise<Response> {
  openEntranceRoute("GET /admin/auth/callback/city");
  if (!provider()) return new Response(null, { status: 404 });
  return (await auth()).handler(request);
}
