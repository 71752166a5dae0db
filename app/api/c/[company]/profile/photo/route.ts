import { parseInput } from "#lib/answers.ts";
import { answerMemberHere } from "#lib/auth/routes.ts";
import { Invalid } from "#lib/errors.ts";
import { maxFileSize } from "#lib/files/policy.ts";
import { cropSchema } from "#lib/files/schema.ts";
import { putPhoto } from "#lib/people/photos.ts";
import type { ActionResult } from "#lib/results.ts";

/** Takes the member's photo: the picture is the body, which part of it is shown the query. A route, as for every file. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/c/[company]/profile/photo">,
): Promise<Response> {
  const { company } = await params;
  return answerMemberHere(company, async (viewer) => {
    if (Number(request.headers.get("content-length")) > maxFileSize) throw new Invalid({ file: "tooLarge" });
    const crop = parseInput(cropSchema, Object.fromEntries(new URL(request.url).searchParams));
    await putPhoto(viewer, request.body, crop);
    return Response.json({ ok: true, data: null } satisfies ActionResult<null>, { status: 201 });
  });
}
