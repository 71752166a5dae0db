import type { ReactNode } from "react";
import { PublicFrame } from "#components/shell/public-frame.tsx";
import { switchLocale } from "./actions.ts";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return <PublicFrame switchLocale={switchLocale}>{children}</PublicFrame>;
}
