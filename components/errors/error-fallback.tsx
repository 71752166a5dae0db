"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { carryForm, refillForm } from "#components/live/kept-form.ts";
import { isOfOldPage, renewPage } from "#components/live/old-page.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorPage } from "./error-page.tsx";

export type ErrorFallbackProps = { error: Error & { digest?: string }; reset: () => void };

/**
 * What a page says when it could not be made: the number under which it is logged, and another try, which finds what was typed. A page of
 * an older build than the server's makes place for a new one, which sends its form.
 */
export function ErrorFallback({ error, reset }: ErrorFallbackProps) {
  const text = useTranslations("errors.errorPage");
  const old = isOfOldPage(error);
  const [renewing, setRenewing] = useState(old);
  useEffect(() => {
    if (!old) return;
    carryForm();
    setRenewing(renewPage());
  }, [old]);

  function retry() {
    reset();
    // Once React has put the page back.
    setTimeout(refillForm);
  }
  if (renewing) return <output className="m-auto text-ink-soft">{text("renewing")}</output>;
  return (
    <ErrorPage
      title={text("title")}
      text={text(old ? "outdated" : "text")}
      reference={error.digest && text("reference", { digest: error.digest })}
    >
      <Button variant="primary" onClick={old ? () => location.reload() : retry}>
        {text("retry")}
      </Button>
    </ErrorPage>
  );
}
