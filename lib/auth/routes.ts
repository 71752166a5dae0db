import "server-only";
import { refusalOf } from "#lib/answers.ts";
import { findAccount, requireOwnOrigin } from "#lib/auth/requests.ts";
import type { Account, Viewer } from "#lib/auth/schema.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { NotFound } from "#lib/errors.ts";
import type { Refusal } from "#lib/results.ts";

/** The answer of a route that only reads, to a member of the company with this slug. Never throws: refusals are JSON, as an action's. */
export function answerMember(slug: string, work: MemberAnswer): Promise<Response> {
  return answerAccount(async (account) => work(await findViewer(account, slug), account));
}

type MemberAnswer = (viewer: Viewer, account: Account) => Promise<Response>;

/** The answer of a route that only reads, to an account, in no company. */
export async function answerAccount(work: (account: Account) => Promise<Response>): Promise<Response> {
  try {
    const account = await findAccount();
    if (!account) throw new NotFound();
    return await work(account);
  } catch (error) {
    const refusal = refusalOf(error);
    return Response.json(refusal, {
      status: statuses[refusal.code],
      headers: { "Cache-Control": "no-store" },
    });
  }
}

/** The answer of a route that changes something: only to pages of ours. */
export function answerMemberHere(slug: string, work: MemberAnswer): Promise<Response> {
  return answerMember(slug, async (viewer, account) => {
    await requireOwnOrigin();
    return work(viewer, account);
  });
}

/** The same for an account, in no company. */
export function answerAccountHere(work: (account: Account) => Promise<Response>): Promise<Response> {
  return answerAccount(async (account) => {
    await requireOwnOrigin();
    return work(account);
  });
}

const maxJson = 16 * 1024;

/** What a request brings as JSON; undefined for anything else, and for more of it than any of our pages sends. */
export async function readJson(request: Request): Promise<unknown> {
  try {
    return JSON.parse((await readText(request, maxJson)) ?? "");
  } catch {
    return undefined;
  }
}

/** The text that a request brings; undefined for more than so many bytes. */
export async function readText(request: Request, maxBytes: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

const statuses: Record<Refusal["code"], number> = {
  "not-found": 404,
  invalid: 422,
  "too-many": 429,
  unexpected: 500,
};
