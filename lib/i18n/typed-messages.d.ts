import type { Locale } from "#lib/auth/schema.ts";
import type { messages } from "#lib/i18n/messages/ja/index.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof messages;
  }
}
