"use client";

import { WentWrong, type WentWrongProps } from "#components/errors/went-wrong.tsx";

export default function CompanyError(props: WentWrongProps) {
  return (
    <div className="flex min-h-[75dvh] md:min-h-[85dvh] flex-col">
      <WentWrong {...props} />
    </div>
  );
}
