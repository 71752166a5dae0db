import type { ReactNode } from "react";
import { PageMessages } from "#app/page-messages.tsx";

export default function LeaversLayout({ children }: { children: ReactNode }) {
  return <PageMessages of="leavers">{children}</PageMessages>;
}
