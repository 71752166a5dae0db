import { answerMember } from "#lib/auth/routes.ts";
import { answerBytes } from "#lib/files/answers.ts";
import { downloadHeaders } from "#lib/files/headers.ts";
import { cleanFileName } from "#lib/files/schema.ts";
import { openTakeout } from "#lib/takeout/takeouts.ts";

type Context = RouteContext<"/api/c/[company]/takeout/[fileId]">;

/** All of one's own data, as one asked for it; to its member alone. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { company: slug, fileId } = await params;
  return answerMember(slug, async (viewer) => {
    const { company, day, ...stored } = await openTakeout(viewer, fileId);
    const nameOf = (part: string) => cleanFileName(`okaeri-${part}-${day}.zip`);
    return answerBytes(
      request,
      stored,
      downloadHeaders(nameOf(company), "application/zip", stored.size, nameOf(slug)),
    );
  });
}
