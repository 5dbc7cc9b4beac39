import { databaseAnswers } from "@/data/health";

export const dynamic = "force-dynamic";

/** 200 {"status":"ok"} when the database answers, else 503 {"status":"unavailable"}. */
export async function GET(): Promise<Response> {
  const ok = await databaseAnswers();
  return Response.json({ status: ok ? "ok" : "unavailable" }, { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
