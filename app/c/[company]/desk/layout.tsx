import type { ReactNode } from "react";
import { PageMessages } from "#app/page-messages.tsx";
import { deskMessages } from "#lib/i18n/message-sets.ts";

export default function DeskLayout({ children }: { children: ReactNode }) {
  return <PageMessages of={deskMessages}>{children}</PageMessages>;
}
