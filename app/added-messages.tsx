"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { joinMessages, type Words } from "#lib/i18n/pick-messages.ts";

type AddedMessagesProps = { messages: Words; children: ReactNode };

/** These words, beside those that are known here already. */
export function AddedMessages({ messages, children }: AddedMessagesProps) {
  const locale = useLocale();
  const known = useMessages();
  const all = useMemo(() => joinMessages(known, messages), [known, messages]);
  return (
    <NextIntlClientProvider locale={locale} messages={all}>
      {children}
    </NextIntlClientProvider>
  );
}
