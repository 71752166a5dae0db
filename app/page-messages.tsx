import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { compileMessages } from "#lib/i18n/compile-messages.ts";
import { pickMessages } from "#lib/i18n/pick-messages.ts";

type PageMessagesProps = { of: readonly string[]; children: ReactNode };

/**
 * The words that components of the browser say below it; server components have all of them anyway. `of` names namespaces, as
 * pickMessages takes them: they take the place of those further up.
 */
export async function PageMessages({ of, children }: PageMessagesProps) {
  return (
    <NextIntlClientProvider messages={pickMessages(compileMessages(await getMessages()), of)}>
      {children}
    </NextIntlClientProvider>
  );
}
