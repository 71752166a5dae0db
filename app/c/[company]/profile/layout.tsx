import type { ReactNode } from "react";
import { PageMessages } from "#app/page-messages.tsx";
import { profileMessages } from "#lib/i18n/message-sets.ts";

export default function ProfileLayout({ children }: { children: ReactNode }) {
  return <PageMessages of={profileMessages}>{children}</PageMessages>;
}
