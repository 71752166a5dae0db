"use client";

import { useTranslations } from "next-intl";
import { Standstill } from "#components/front/standstill.tsx";
import { Button } from "#components/ui/button.tsx";

type ErrorPageProps = { error: Error & { digest?: string }; retry?: () => void; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const text = useTranslations("errors.errorPage");
  return (
    <main className="flex min-h-dvh flex-col justify-center">
      <Standstill
        title={text("title")}
        text={text("text")}
        reference={error.digest && text("reference", { digest: error.digest })}
      >
        <Button variant="primary" onClick={reset}>
          {text("retry")}
        </Button>
      </Standstill>
    </main>
  );
}
