import type { ReactNode } from "react";
import { PageMessages } from "#app/page-messages.tsx";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return <PageMessages of="settings">{children}</PageMessages>;
}
