import "server-only";
import { createHash } from "node:crypto";
import type { Locale } from "#lib/auth/schema.ts";
import { compileMessages } from "#lib/i18n/compile-messages.ts";
import { heldWords } from "#lib/i18n/held-words.ts";
import { type MessageSet, messageSets } from "#lib/i18n/message-sets.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import { pickMessages, type Words } from "#lib/i18n/pick-messages.ts";

/** A set of words as a browser asks for it: a file of its own, which it keeps. `version` follows from what is in it. */
type PageWords = { address: string; version: string; json: string };

const made = new WeakMap<Words, Map<MessageSet, PageWords>>();

/** A set of words in one language, each made once. What is rendered in this process finds them by their address (heldWords). */
export async function findPageWords(locale: Locale, set: MessageSet): Promise<PageWords> {
  const messages = await loadMessages(locale);
  const known = made.get(messages) ?? new Map<MessageSet, PageWords>();
  made.set(messages, known);
  const words = known.get(set) ?? makeWords(messages, locale, set);
  known.set(set, words);
  return words;
}

function makeWords(messages: Words, locale: Locale, set: MessageSet): PageWords {
  const words = pickMessages(compileMessages(messages), messageSets[set]);
  const json = JSON.stringify(words);
  const version = createHash("sha256").update(json).digest("base64url").slice(0, 16);
  const address = `/api/words/${locale}/${set}/${version}`;
  heldWords().set(address, words);
  return { address, version, json };
}
