// Made once, by the build; a browser asks for it when somebody looks for an emoji.
export const dynamic = "force-static";

/** What emoji are called, for the search among them. */
export async function GET() {
  // Two languages of it are megabytes, which no process that serves the finished answer has to hold.
  const { listEmojiNames } = await import("#lib/chat/emoji-names.ts");
  return Response.json(listEmojiNames(), { headers: { "Cache-Control": "public, max-age=86400" } });
}
