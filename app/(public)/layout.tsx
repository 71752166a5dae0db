import type { ReactNode } from "react";
import { PageMessages } from "#app/page-messages.tsx";
import { PublicFrame } from "#components/shell/public-frame.tsx";
import { publicMessages } from "#lib/i18n/message-sets.ts";
import { switchLocale } from "./actions.ts";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <PageMessages of={publicMessages}>
      <PublicFrame switchLocale={switchLocale}>{children}</PublicFrame>
    </PageMessages>
  );
}
