"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ErrorPage } from "./error-page.tsx";

export type ErrorFallbackProps = { error: Error & { digest?: string }; reset: () => void };

/** What a page says when it could not be made: the number under which it is logged, and another try. */
export function ErrorFallback({ error, reset }: ErrorFallbackProps) {
  const text = useTranslations("errors.errorPage");
  return (
    <ErrorPage
      title={text("title")}
      text={text("text")}
      reference={error.digest && text("reference", { digest: error.digest })}
    >
      <Button variant="primary" onClick={reset}>
        {text("retry")}
      </Button>
    </ErrorPage>
  );
}
