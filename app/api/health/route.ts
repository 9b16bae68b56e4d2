import { db } from "#server/platform/db.ts";

export const dynamic = "force-dynamic";

/** 200 when this process can reach its database. */
export async function GET(): Promise<Response> {
  await db.$queryRaw`select 1`;
  return Response.json({ ok: true }, { headers: { "cache-control": "no-store" } });
}
