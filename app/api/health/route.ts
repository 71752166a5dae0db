import { isDatabaseHealthy } from "#lib/health.ts";

export const dynamic = "force-dynamic";

/** 200 while this process and its database answer, else 503. */
export async function GET() {
  const healthy = await isDatabaseHealthy();
  return Response.json({ healthy }, { status: healthy ? 200 : 503 });
}
