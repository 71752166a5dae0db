import type { ReactNode } from "react";
import { PageMessages } from "#app/page-messages.tsx";
import { PublicFrame } from "#components/shell/public-frame.tsx";
import { switchLocale } from "./actions.ts";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <PageMessages of="public">
      <PublicFrame switchLocale={switchLocale}>{children}</PublicFrame>
    </PageMessages>
  );
}
