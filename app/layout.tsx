import "./globals.css";
import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { findAccount } from "#lib/auth/requests.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("front");
  return {
    title: { default: t("product"), template: `%s – ${t("product")}` },
    description: t("description"),
    icons: { icon: "/icon.svg", apple: "/apple-touch-icon.png" },
    appleWebApp: { title: t("product"), statusBarStyle: "default" },
  };
}

// --paper of globals.css, for what a browser or a phone paints around the page.
const paper = { light: "#fcfaf6", dark: "#161310" };

export async function generateViewport(): Promise<Viewport> {
  const account = await findAccount();
  return {
    width: "device-width",
    initialScale: 1,
    viewportFit: "cover",
    interactiveWidget: "resizes-content",
    themeColor: themeColors[account?.colorScheme ?? "SYSTEM"],
  };
}

const themeColors = {
  LIGHT: paper.light,
  DARK: paper.dark,
  SYSTEM: (["light", "dark"] as const).map((scheme) => ({
    media: `(prefers-color-scheme: ${scheme})`,
    color: paper[scheme],
  })),
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const account = await findAccount();
  return (
    <html lang={await getLocale()} data-scheme={account?.colorScheme.toLowerCase() ?? "system"}>
      <body>
        <NextIntlClientProvider>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
