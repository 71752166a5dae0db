import { refusalOf } from "#lib/answers.ts";
import { companyHref } from "#lib/hrefs.ts";
import { stopMails } from "#lib/notifications/stopping.ts";
import { notificationSources } from "#lib/registry/notifications.ts";

type Context = RouteContext<"/api/c/[company]/stop-mails/[token]">;

/** By a person who follows the mail's address, or a scanner that opens whatever it finds: stops nothing, and leads to where one does. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { company } = await params;
  return new Response(null, {
    status: 303,
    headers: { Location: companyHref(company, "settings"), "Cache-Control": "no-store" },
  });
}

/** By a mail program, at a press of its own button (RFC 8058). Nobody is signed in there, and it comes from no page: the key is all. */
export async function POST(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  try {
    await stopMails(notificationSources, token);
    return new Response(null, { status: 204 });
  } catch (error) {
    const refusal = refusalOf(error);
    return Response.json(refusal, { status: refusal.code === "not-found" ? 404 : 500 });
  }
}
