import type { ReactNode } from "react";
import { PageMessages } from "#app/page-messages.tsx";

export default function FeedLayout({ children }: { children: ReactNode }) {
  return <PageMessages of="feed">{children}</PageMessages>;
}
