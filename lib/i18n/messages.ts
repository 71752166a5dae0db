import type { Locale } from "#lib/auth/schema.ts";

/** The words of the pages in one language, by namespace: a file of lib/i18n/messages/<locale> each. */
export async function loadMessages(locale: Locale) {
  return (await files[locale]()).messages;
}

const files = {
  ja: () => import("./messages/ja/index.ts"),
  en: () => import("./messages/en/index.ts"),
};
