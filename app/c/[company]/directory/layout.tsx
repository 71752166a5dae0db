import type { ReactNode } from "react";
import { PageMessages } from "#app/page-messages.tsx";
import { directoryMessages } from "#lib/i18n/message-sets.ts";

export default function DirectoryLayout({ children }: { children: ReactNode }) {
  return <PageMessages of={directoryMessages}>{children}</PageMessages>;
}
