import { z } from "zod";
import { readJson } from "#lib/auth/routes.ts";
import { findEnded } from "#lib/leaving/devices.ts";

const asked = z.object({ keys: z.array(z.string().max(200)).max(20) });

/** By a device that keeps what members have begun to write, signed in or not: whose membership has ended. The keys are all. */
export async function POST(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  const input = asked.safeParse(await readJson(request));
  if (!input.success) return Response.json([], { status: 422, headers });
  return Response.json(await findEnded(input.data.keys), { headers });
}
