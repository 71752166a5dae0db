import { locales } from "#lib/auth/schema.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import { offlinePage, offlinePolicy } from "./offline-page.ts";

export const dynamic = "force-static";

/** What the service worker keeps, and shows when a page cannot be reached. Nobody's in particular: it has both languages. */
export async function GET() {
  const words = await Promise.all(
    locales.map(async (locale) => [locale, (await loadMessages(locale)).shell.offlinePage] as const),
  );
  return new Response(offlinePage(words), {
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": offlinePolicy() },
  });
}
