import type { ReactNode } from "react";
import { PageMessages } from "#app/page-messages.tsx";

export default function DirectoryLayout({ children }: { children: ReactNode }) {
  return <PageMessages of="directory">{children}</PageMessages>;
}
