import { listEmojiNames } from "#lib/chat/emoji-names.ts";

// Made once, by the build; a browser asks for it when somebody looks for an emoji.
export const dynamic = "force-static";

/** What emoji are called, for the search among them. */
export function GET() {
  return Response.json(listEmojiNames(), { headers: { "Cache-Control": "public, max-age=86400" } });
}
