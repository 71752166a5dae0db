"use client";

import { useTranslations } from "next-intl";
import { ErrorPage } from "#components/errors/error-page.tsx";
import { PublicFrame } from "#components/shell/public-frame.tsx";
import { Lantern } from "#components/ui/illustrations/lantern.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { switchLocale } from "./(public)/actions.ts";

/** Of the browser, since every page's data would hold it otherwise. */
export default function NotFoundPage() {
  const text = useTranslations("errors.notFoundPage");
  return (
    <PublicFrame switchLocale={switchLocale}>
      <ErrorPage picture={<Lantern />} title={text("title")} text={text("text")}>
        <LinkButton href="/" variant="primary">
          {text("home")}
        </LinkButton>
      </ErrorPage>
    </PublicFrame>
  );
}
