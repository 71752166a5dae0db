"use client";

import { WentWrong, type WentWrongProps } from "#components/errors/went-wrong.tsx";

export default function ErrorPage(props: WentWrongProps) {
  return (
    <main className="flex min-h-dvh flex-col justify-center">
      <WentWrong {...props} />
    </main>
  );
}
