import type { ReactNode } from "react";
import { PageMessages } from "#app/page-messages.tsx";

export default function ProfileLayout({ children }: { children: ReactNode }) {
  return <PageMessages of="profile">{children}</PageMessages>;
}
