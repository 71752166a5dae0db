import type { ReactNode } from "react";
import { PageMessages } from "#app/page-messages.tsx";
import { settingsMessages } from "#lib/i18n/message-sets.ts";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return <PageMessages of={settingsMessages}>{children}</PageMessages>;
}
