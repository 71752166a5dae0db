import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { compileMessages } from "#lib/i18n/compile-messages.ts";
import { pickMessages } from "#lib/i18n/pick-messages.ts";
import { AddedMessages } from "./added-messages.tsx";

type PageMessagesProps = { of: readonly string[]; children: ReactNode };

/**
 * The words that components of the browser say below it, beside those that a page further up gave; server components have all of them
 * anyway. `of` names namespaces, as pickMessages takes them.
 */
export async function PageMessages({ of, children }: PageMessagesProps) {
  const messages = pickMessages(compileMessages(await getMessages()), of);
  return <AddedMessages messages={messages}>{children}</AddedMessages>;
}
