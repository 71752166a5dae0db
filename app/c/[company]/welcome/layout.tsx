import type { ReactNode } from "react";
import { PageMessages } from "#app/page-messages.tsx";

export default function WelcomeLayout({ children }: { children: ReactNode }) {
  return <PageMessages of="welcome">{children}</PageMessages>;
}
