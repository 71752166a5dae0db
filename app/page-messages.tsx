import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { localeSchema } from "#lib/auth/schema.ts";
import type { MessageSet } from "#lib/i18n/message-sets.ts";
import { findPageWords } from "#lib/i18n/page-words.ts";
import { AddedMessages } from "./added-messages.tsx";

type PageMessagesProps = { of: MessageSet; children: ReactNode };

/**
 * The words that components of the browser say below it, beside those that a page further up gave; server components have all of them
 * anyway. They are not in the page: a browser asks for a set once, with the page's scripts.
 */
export async function PageMessages({ of, children }: PageMessagesProps) {
  const { address } = await findPageWords(localeSchema.parse(await getLocale()), of);
  return <AddedMessages address={address}>{children}</AddedMessages>;
}
