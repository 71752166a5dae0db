import { answerMember, answerMemberHere } from "#lib/auth/routes.ts";
import { openFile, removeFile } from "#lib/chat/files.ts";
import { answerBytes } from "#lib/files/answers.ts";
import { downloadHeaders } from "#lib/files/headers.ts";
import type { ActionResult } from "#lib/results.ts";

type Context = RouteContext<"/api/c/[company]/chat/[threadId]/files/[fileId]">;

/** A file as it was given, to be kept. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { company, threadId, fileId } = await params;
  return answerMember(company, async (viewer) => {
    const { file, ...stored } = await openFile(viewer, threadId, fileId);
    return answerBytes(request, stored, downloadHeaders(file.name, file.type, stored.size));
  });
}

/** Takes back a file that was not sent. */
export async function DELETE(_request: Request, { params }: Context): Promise<Response> {
  const { company, threadId, fileId } = await params;
  return answerMemberHere(company, async (viewer) => {
    await removeFile(viewer, threadId, fileId);
    return Response.json({ ok: true, data: null } satisfies ActionResult<null>);
  });
}
