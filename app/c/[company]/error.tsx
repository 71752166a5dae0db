"use client";

import { ErrorFallback, type ErrorFallbackProps } from "#components/errors/error-fallback.tsx";

export default function CompanyError(props: ErrorFallbackProps) {
  return (
    <div className="flex min-h-[75dvh] md:min-h-[85dvh] flex-col">
      <ErrorFallback {...props} />
    </div>
  );
}
