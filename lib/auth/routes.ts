import "server-only";
import { refusalOf } from "#lib/answers.ts";
import { findAccount, requireOwnOrigin } from "#lib/auth/requests.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { NotFound } from "#lib/errors.ts";
import type { Refusal } from "#lib/results.ts";

/** The answer of a route that only reads, to a member of the company with this slug. Never throws: refusals are JSON, as an action's. */
export async function answerMember(
  slug: string,
  work: (viewer: Viewer) => Promise<Response>,
): Promise<Response> {
  try {
    const account = await findAccount();
    if (!account) throw new NotFound();
    return await work(await findViewer(account, slug));
  } catch (error) {
    const refusal = refusalOf(error);
    return Response.json(refusal, {
      status: statuses[refusal.code],
      headers: { "Cache-Control": "no-store" },
    });
  }
}

/** The answer of a route that changes something: only to pages of ours. */
export function answerMemberHere(
  slug: string,
  work: (viewer: Viewer) => Promise<Response>,
): Promise<Response> {
  return answerMember(slug, async (viewer) => {
    await requireOwnOrigin();
    return work(viewer);
  });
}

const statuses: Record<Refusal["code"], number> = {
  "not-found": 404,
  invalid: 422,
  "too-many": 429,
  unexpected: 500,
};
