import { cookies, headers } from "next/headers";
import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { findAccount } from "#lib/auth/requests.ts";
import { type Locale, locales } from "#lib/auth/schema.ts";
import { loadMessages } from "#lib/i18n/messages.ts";

export const localeCookie = "okaeri-locale";

export default getRequestConfig(async () => {
  const account = await findAccount();
  const locale = account?.locale ?? (await guestLocale());
  return {
    locale,
    timeZone: account?.timeZone ?? "Asia/Tokyo",
    // Said, so that the browser is told it too: its own clock may be wrong.
    now: new Date(),
    messages: await loadMessages(locale),
  };
});

/** The language of someone who is not signed in: what they chose here, else what the browser asks for, else Japanese. */
async function guestLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(localeCookie)?.value;
  if (hasLocale(locales, chosen)) return chosen;
  const asked = (await headers()).get("accept-language") ?? "";
  const first = asked
    .split(",")
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((tag) => hasLocale(locales, tag));
  return hasLocale(locales, first) ? first : "ja";
}
