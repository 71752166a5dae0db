import { answerMember } from "#lib/auth/routes.ts";
import { answerBytes } from "#lib/files/answers.ts";
import { downloadHeaders } from "#lib/files/headers.ts";
import { openRejected } from "#lib/leavers/imports/rejected.ts";

type Context = RouteContext<"/api/c/[company]/leaver-imports/[importId]/rejected">;

/** Whom an import does not take, and why: to HR alone. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { company, importId } = await params;
  return answerMember(company, async (viewer) => {
    const { name, type, ...stored } = await openRejected(viewer, importId);
    return answerBytes(request, stored, downloadHeaders(name, type, stored.size));
  });
}
