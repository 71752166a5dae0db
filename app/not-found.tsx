import { getTranslations } from "next-intl/server";
import { switchLocale } from "#app/(public)/actions.ts";
import { ErrorPage } from "#components/errors/error-page.tsx";
import { PublicFrame } from "#components/shell/public-frame.tsx";
import { Lantern } from "#components/ui/illustrations/lantern.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

export default async function NotFoundPage() {
  const text = await getTranslations("errors.notFoundPage");
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
