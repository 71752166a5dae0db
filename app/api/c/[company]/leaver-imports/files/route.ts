import { answerMemberHere } from "#lib/auth/routes.ts";
import { Invalid } from "#lib/errors.ts";
import { receiveImportFile } from "#lib/leavers/imports/uploads.ts";
import { maxImportFileSize } from "#lib/leavers/policy.ts";
import type { ActionResult } from "#lib/results.ts";

/** Takes a file in that HR is going to import: it is the body. A route, as for every file. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/c/[company]/leaver-imports/files">,
): Promise<Response> {
  const { company } = await params;
  return answerMemberHere(company, async (viewer) => {
    if (Number(request.headers.get("content-length")) > maxImportFileSize)
      throw new Invalid({ file: "tooLarge" });
    const fileId = await receiveImportFile(viewer, request.body);
    const data = { fileId };
    return Response.json({ ok: true, data } satisfies ActionResult<typeof data>, { status: 201 });
  });
}
