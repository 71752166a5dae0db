import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { switchLocale } from "#app/(public)/actions.ts";
import { PageMessages } from "#app/page-messages.tsx";
import { PublicFrame } from "#components/shell/public-frame.tsx";
import { env } from "#lib/env.ts";

/** For developers: here only where the sample world is. */
export default function KitLayout({ children }: { children: ReactNode }) {
  if (!env().sampleDoors) notFound();
  return (
    <PageMessages of="kit">
      <PublicFrame switchLocale={switchLocale}>{children}</PublicFrame>
    </PageMessages>
  );
}
