import { answerMemberHere } from "#lib/auth/routes.ts";
import { addFile } from "#lib/chat/files.ts";
import { Invalid } from "#lib/errors.ts";
import { maxFileSize } from "#lib/files/policy.ts";
import type { ActionResult } from "#lib/results.ts";

/**
 * Takes a file: its bytes are the body, its name stands percent-encoded in X-File-Name. Under /api, since what passes proxy.ts is held in
 * memory.
 */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/c/[company]/chat/[threadId]/files">,
): Promise<Response> {
  const { company, threadId } = await params;
  return answerMemberHere(company, async (viewer) => {
    // What says so itself need not be read; what does not is counted.
    if (Number(request.headers.get("content-length")) > maxFileSize) throw new Invalid({ file: "tooLarge" });
    const name = decodeName(request.headers.get("x-file-name") ?? "");
    const data = await addFile(viewer, threadId, { name, body: request.body });
    return Response.json({ ok: true, data } satisfies ActionResult<typeof data>, { status: 201 });
  });
}

function decodeName(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
