import type { ReactNode } from "react";

export type NavName = "feed" | "directory" | "chat";

/** `badge` is a Count, or a client component that keeps one right. */
export type NavItem = { name: NavName; href: string; badge?: ReactNode };

export type FrameCompany = { name: string; href: string; hue: number; current: boolean };

/** The one who sees the page, and where their own things are. */
export type FrameViewer = {
  displayName: string;
  monogram: string;
  profileHref: string;
  settingsHref: string;
  signOut: () => Promise<void>;
};
