"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, use } from "react";
import { preload } from "react-dom";
import { heldWords } from "#lib/i18n/held-words.ts";
import { joinMessages, type Words } from "#lib/i18n/pick-messages.ts";
import { askForWords } from "./ask-for-words.ts";

type AddedMessagesProps = { address: string; children: ReactNode };

/** The words that are at this address, beside those that are known here already. */
export function AddedMessages({ address, children }: AddedMessagesProps) {
  const locale = useLocale();
  const known = useMessages();
  // A document asks for them with its scripts.
  if (typeof window === "undefined") preload(address, { as: "fetch", crossOrigin: "anonymous" });
  const added = heldWords().get(address) ?? use(askForWords(address));
  return (
    <NextIntlClientProvider locale={locale} messages={joinOnce(known, added)}>
      {children}
    </NextIntlClientProvider>
  );
}

const joined = new WeakMap<Words, WeakMap<Words, Words>>();

/** All pages have few sets in common, and what is made of words is kept by them. */
function joinOnce(known: Words, added: Words): Words {
  // A page's first: there is nothing yet.
  if (Object.keys(known).length === 0) return added;
  const ones = joined.get(known) ?? new WeakMap<Words, Words>();
  joined.set(known, ones);
  const all = ones.get(added) ?? joinMessages(known, added);
  ones.set(added, all);
  return all;
}
