import type { ReactNode } from "react";
import { countWaiting, WaitingCorrections } from "#app/c/[company]/waiting-corrections.tsx";
import { PageMessages } from "#app/page-messages.tsx";
import { DeskFrame } from "#components/desk/desk-frame.tsx";
import { requireViewer } from "#lib/auth/requests.ts";

type DeskLayoutProps = { params: Promise<{ company: string }>; children: ReactNode };

export default async function DeskLayout({ params, children }: DeskLayoutProps) {
  const { company } = await params;
  const viewer = await requireViewer(company);
  const { memberId, role } = viewer;
  // To all others its pages are not there, and so neither is it.
  if (role === "MEMBER") return children;
  const waiting = await countWaiting(viewer);
  return (
    <PageMessages of="desk">
      <DeskFrame
        viewer={{ company, memberId, role }}
        badges={{ corrections: <WaitingCorrections count={waiting} /> }}
      >
        {children}
      </DeskFrame>
    </PageMessages>
  );
}
