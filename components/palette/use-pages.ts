"use client";

import { useTranslations } from "next-intl";
import { listPages, type PageViewer } from "#components/navigation/pages.ts";
import type { PalettePage } from "./pages.ts";

/** A company of one's own besides the one whose page this is. */
export type OtherCompany = { name: string; keywords: string; href: string; hue: number };

/** The pages of a company, one's own, and the doors of one's other companies. */
export function usePages(viewer: PageViewer, companies: readonly OtherCompany[]): PalettePage[] {
  const text = useTranslations();
  return [
    ...listPages(viewer).map(({ href, icon, label, keywords }) => ({
      href,
      icon,
      label: text(label),
      keywords: text(keywords),
    })),
    ...companies.map(({ name, keywords, href, hue }) => ({
      href,
      hue,
      label: name,
      keywords: `${keywords} ${text("palette.companyKeywords")}`,
    })),
  ];
}
