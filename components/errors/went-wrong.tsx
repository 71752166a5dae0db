"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Standstill } from "./standstill.tsx";

export type WentWrongProps = { error: Error & { digest?: string }; reset: () => void };

/** What a page says when it could not be made: the number under which it is logged, and another try. */
export function WentWrong({ error, reset }: WentWrongProps) {
  const text = useTranslations("errors.errorPage");
  return (
    <Standstill
      title={text("title")}
      text={text("text")}
      reference={error.digest && text("reference", { digest: error.digest })}
    >
      <Button variant="primary" onClick={reset}>
        {text("retry")}
      </Button>
    </Standstill>
  );
}
