import { z } from "zod";
import { localeSchema } from "#lib/auth/schema.ts";
import { type MessageSet, messageSets } from "#lib/i18n/message-sets.ts";
import { findPageWords } from "#lib/i18n/page-words.ts";

const asked = z.object({
  locale: localeSchema,
  set: z.custom<MessageSet>((name) => typeof name === "string" && Object.hasOwn(messageSets, name)),
  version: z.string(),
});

/** A set of the pages' words; who asks for another version, as a page from before an update does, gets what there is now. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/api/words/[locale]/[set]/[version]">,
): Promise<Response> {
  const { data: words } = asked.safeParse(await params);
  if (!words) return new Response(null, { status: 404 });
  const { json, version } = await findPageWords(words.locale, words.set);
  const lasting = words.version === version ? "public, max-age=31536000, immutable" : "no-store";
  return new Response(json, { headers: { "Content-Type": "application/json", "Cache-Control": lasting } });
}
