import type { ReactNode } from "react";
import { PageMessages } from "#app/page-messages.tsx";

export default function ImportLayout({ children }: { children: ReactNode }) {
  return <PageMessages of="imports">{children}</PageMessages>;
}
