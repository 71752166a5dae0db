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
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
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
