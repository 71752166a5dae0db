import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { switchLocale } from "#app/(public)/actions.ts";
import { PublicFrame } from "#components/shell/public-frame.tsx";
import { env } from "#lib/env.ts";

/** Here only where no mail leaves the machine; the queries of lib/mail/mailbox.ts refuse as well. */
export default function MailboxLayout({ children }: { children: ReactNode }) {
  if (!env().sampleDoors) notFound();
  return <PublicFrame switchLocale={switchLocale}>{children}</PublicFrame>;
}
