import { getTranslations } from "next-intl/server";
import { switchLocale } from "#app/(public)/actions.ts";
import { Standstill } from "#components/errors/standstill.tsx";
import { PublicFrame } from "#components/shell/public-frame.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

export default async function NotFoundPage() {
  const text = await getTranslations("errors.notFoundPage");
  return (
    <PublicFrame switchLocale={switchLocale}>
      <Standstill title={text("title")} text={text("text")}>
        <LinkButton href="/" variant="primary">
          {text("home")}
        </LinkButton>
      </Standstill>
    </PublicFrame>
  );
}
