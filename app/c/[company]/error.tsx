"use client";

import { useTranslations } from "next-intl";
import { Standstill } from "#components/front/standstill.tsx";
import { Button } from "#components/ui/button.tsx";

type CompanyErrorProps = { error: Error & { digest?: string }; reset: () => void };

export default function CompanyError({ error, reset }: CompanyErrorProps) {
  const text = useTranslations("errors.errorPage");
  return (
    <div className="flex min-h-[85dvh] flex-col">
      <Standstill
        title={text("title")}
        text={text("text")}
        reference={error.digest && text("reference", { digest: error.digest })}
      >
        <Button variant="primary" onClick={reset}>
          {text("retry")}
        </Button>
      </Standstill>
    </div>
  );
}
