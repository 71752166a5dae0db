import { refusalOf } from "#lib/answers.ts";
import { invitationHref } from "#lib/hrefs.ts";
import { refuseInvitation } from "#lib/joining/links.ts";

type Context = RouteContext<"/api/i/[token]/refuse">;

/** By a person who follows the mail's address, or a scanner that opens whatever it finds: refuses nothing, and leads to where one does. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return new Response(null, {
    status: 303,
    headers: { Location: invitationHref(token, "refuse"), "Cache-Control": "no-store" },
  });
}

/** By a mail program, at a press of its own button (RFC 8058). Nobody is signed in there, and it comes from no page: the link's secret is all. */
export async function POST(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  try {
    await refuseInvitation(token);
    return new Response(null, { status: 204 });
  } catch (error) {
    const refusal = refusalOf(error);
    return Response.json(refusal, { status: refusal.code === "not-found" ? 404 : 500 });
  }
}
