import type { z } from "zod";
import type { searchMessagesSchema } from "#lib/chat/input.ts";
import type { ChatLine, MessageHits } from "#lib/chat/schema.ts";
import type { ActionResult } from "#lib/results.ts";

type Command<Input, T> = (slug: string, input: Input) => Promise<ActionResult<T>>;
type Place = { threadId: string; number: number };

export type SearchMessages = Command<z.input<typeof searchMessagesSchema>, MessageHits>;

/** What people do with messages that are sent, as server actions. */
export type MessageCommands = {
  edit: Command<Place & { text: string; mentions: string[] }, unknown>;
  remove: Command<Place, unknown>;
  react: Command<Place & { emoji: string; on: boolean }, unknown>;
  search: SearchMessages;
};

/** A line that is sent, as far as one acts on it. */
export type SentLine = Pick<ChatLine, "number" | "authorId" | "text" | "reactions" | "deleted"> & {
  files: readonly unknown[];
};
