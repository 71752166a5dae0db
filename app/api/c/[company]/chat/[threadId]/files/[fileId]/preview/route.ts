import { answerMember } from "#lib/auth/routes.ts";
import { openPreview } from "#lib/chat/files.ts";
import { answerBytes } from "#lib/files/answers.ts";
import { previewHeaders } from "#lib/files/headers.ts";
import { previewType } from "#lib/files/previews.ts";

/** What a picture looks like; with ?size=square its middle, small. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/c/[company]/chat/[threadId]/files/[fileId]/preview">,
): Promise<Response> {
  const { company, threadId, fileId } = await params;
  const look = new URL(request.url).searchParams.get("size") === "square" ? "square" : "preview";
  return answerMember(company, async (viewer) => {
    const stored = await openPreview(viewer, threadId, fileId, look);
    const headers = previewHeaders(previewType, stored.size, `"${fileId}.${look}"`);
    if (request.headers.get("if-none-match") !== headers.ETag) return answerBytes(request, stored, headers);
    await stored.body.cancel();
    return new Response(null, { status: 304, headers });
  });
}
