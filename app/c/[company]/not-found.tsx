import { useTranslations } from "next-intl";
import { ErrorPage } from "#components/errors/error-page.tsx";
import { Lantern } from "#components/ui/illustrations/lantern.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

export default function CompanyNotFound() {
  const text = useTranslations("errors.notFoundPage");
  return (
    <div className="flex min-h-[75dvh] md:min-h-[85dvh] flex-col">
      <ErrorPage picture={<Lantern />} title={text("title")} text={text("text")}>
        <LinkButton href="/" variant="primary">
          {text("home")}
        </LinkButton>
      </ErrorPage>
    </div>
  );
}
