import { answerMember } from "#lib/auth/routes.ts";
import { NotFound } from "#lib/errors.ts";
import { answerBytes } from "#lib/files/answers.ts";
import { lastingHeaders } from "#lib/files/headers.ts";
import { photoType, sideOf } from "#lib/files/photos.ts";
import { openPhoto } from "#lib/people/photos.ts";

/** A person's photo as a square: `name` is the photo's own and the side, as photoHref writes it. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/c/[company]/people/[memberId]/photo/[name]">,
): Promise<Response> {
  const { company, memberId, name: asked } = await params;
  return answerMember(company, async (viewer) => {
    const [, name = "", pixels = ""] = /^(\w+)-(\d+)$/.exec(asked) ?? [];
    const side = sideOf(pixels);
    if (!side) throw new NotFound();
    const stored = await openPhoto(viewer, memberId, name, side);
    return answerBytes(request, stored, lastingHeaders(photoType, stored.size));
  });
}
