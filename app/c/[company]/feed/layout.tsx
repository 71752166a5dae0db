import type { ReactNode } from "react";
import { PageMessages } from "#app/page-messages.tsx";
import { feedMessages } from "#lib/i18n/message-sets.ts";

export default function FeedLayout({ children }: { children: ReactNode }) {
  return <PageMessages of={feedMessages}>{children}</PageMessages>;
}
