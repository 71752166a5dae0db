import type { ChatLine } from "#lib/chat/schema.ts";

/** A line that is sent, as far as one acts on it. */
export type SentLine = Pick<ChatLine, "number" | "authorId" | "text" | "reactions" | "deleted"> & {
  files: readonly unknown[];
};
