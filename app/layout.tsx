import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTimeZone, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { titleFont } from "#app/fonts.ts";
import { PageMessages } from "#app/page-messages.tsx";
import { CarryForms } from "#components/live/carry-forms.tsx";
import { TabSync } from "#components/shell/tab-sync.tsx";
import { DocumentNonce } from "#components/ui/document-nonce.tsx";
import { findAccount } from "#lib/auth/requests.ts";
import { nonceHeader } from "#lib/page-headers.ts";

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
const paper = { light: "#f6f3ed", dark: "#14100d" };

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
  const locale = await getLocale();
  const scheme = (await findAccount())?.colorScheme.toLowerCase() ?? "system";
  return (
    <html lang={locale} data-scheme={scheme} className={titleFont.variable}>
      <body>
        <CarryForms />
        <TabSync look={`${locale} ${await getTimeZone()} ${scheme}`} />
        <DocumentNonce nonce={(await headers()).get(nonceHeader)}>
          <NextIntlClientProvider messages={{}}>
            <PageMessages of="root">{children}</PageMessages>
          </NextIntlClientProvider>
        </DocumentNonce>
      </body>
    </html>
  );
}
