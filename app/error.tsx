"use client";

import { ErrorFallback, type ErrorFallbackProps } from "#components/errors/error-fallback.tsx";

export default function ErrorPage(props: ErrorFallbackProps) {
  return (
    <main className="flex min-h-dvh flex-col justify-center">
      <ErrorFallback {...props} />
    </main>
  );
}
