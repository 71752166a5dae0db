"use client";

import "./globals.css";
import { titleFont } from "#app/fonts.ts";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Umbrellas } from "#components/ui/illustrations/umbrellas.tsx";
import en from "#lib/i18n/messages/en/errors.json" with { type: "json" };
import ja from "#lib/i18n/messages/ja/errors.json" with { type: "json" };

type GlobalErrorProps = { error: Error & { digest?: string } };

/** When even the frame around the pages fails, nobody knows the reader's language: both. */
export default function GlobalError({ error }: GlobalErrorProps) {
  return (
    <html lang="ja" data-scheme="system" className={titleFont.variable}>
      <head>
        <title>{`${ja.errorPage.title} / ${en.errorPage.title}`}</title>
      </head>
      <body>
        <main className="mx-auto flex min-h-dvh max-w-md flex-col items-start justify-center gap-6 px-4 py-16">
          <Umbrellas />
          <div>
            <h1 className="font-mincho text-xl font-semibold">{ja.errorPage.title}</h1>
            <p className="mt-2 text-ink-soft">{ja.errorPage.text}</p>
          </div>
          <div lang="en">
            <p className="font-mincho text-lg font-semibold">{en.errorPage.title}</p>
            <p className="mt-1 text-ink-soft">{en.errorPage.text}</p>
          </div>
          {error.digest && <p className="text-sm text-ink-soft">{error.digest}</p>}
          {/* biome-ignore lint/a11y/useValidAnchor: leads to this very page: in the copy that Next keeps of it no script runs. */}
          <a href="" className={buttonStyle({ variant: "primary" })}>
            {ja.errorPage.retry} / <span lang="en">{en.errorPage.retry}</span>
          </a>
        </main>
      </body>
    </html>
  );
}
