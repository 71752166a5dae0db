"use client";

import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { ErrorPage } from "#components/errors/error-page.tsx";
import { directoryHref } from "#components/navigation/directory-href.ts";
import { Lantern } from "#components/ui/illustrations/lantern.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { homeHref } from "#lib/hrefs.ts";

/** Where an address of a company leads nowhere: one stays in the house, with two ways to go on. */
export function NothingHerePage() {
  const text = useTranslations("errors.notFoundPage");
  const { company } = useParams<{ company: string }>();
  return (
    <div className="flex min-h-[75dvh] flex-col md:min-h-[85dvh]">
      <ErrorPage picture={<Lantern />} title={text("title")} text={text("inside")}>
        <div className="flex flex-wrap gap-3">
          <LinkButton href={directoryHref(company)} variant="primary">
            {text("directory")}
          </LinkButton>
          <LinkButton href={homeHref(company)}>{text("feed")}</LinkButton>
        </div>
      </ErrorPage>
    </div>
  );
}
