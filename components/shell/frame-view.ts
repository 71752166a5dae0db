import type { ReactNode } from "react";
import type { PageBadge, PageViewer } from "#components/navigation/pages.ts";

export type FrameCompany = { name: string; href: string; hue: number; current: boolean };

/** The one who sees the page. */
export type FrameViewer = PageViewer & {
  displayName: string;
  monogram: string;
  photo?: string;
  kind: "ALUMNUS" | "EMPLOYEE";
  signOut: () => Promise<void>;
};

/** Each a Count, or a client component that keeps one right. */
export type Badges = Readonly<Record<PageBadge, ReactNode>>;
