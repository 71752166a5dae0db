"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Difference } from "./written-values.ts";

type ConflictProps = {
  differences: readonly Difference[];
  pending: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** What somebody wrote in two places, each beside the other where they differ: nothing is lost before they have chosen. */
export function Conflict({ differences, pending, onKeepMine, onTakeTheirs }: ConflictProps) {
  const text = useTranslations("ui.conflict");
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <section ref={ref} aria-label={text("title")} tabIndex={-1} className="grid gap-4 outline-none">
      <Banner tone="careful" title={text("title")}>
        {text("text")}
      </Banner>
      <dl className="grid gap-4">
        {differences.map(({ term, mine, theirs }) => (
          <div key={term}>
            <dt className="mb-1 text-sm font-medium">{term}</dt>
            <dd className="grid gap-3 sm:grid-cols-2">
              <Version name={text("theirs")} value={theirs} />
              <Version name={text("mine")} value={mine} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onTakeTheirs}>{text("takeTheirs")}</Button>
        <Button variant="primary" pending={pending} onClick={onKeepMine}>
          {text("keepMine")}
        </Button>
      </div>
    </section>
  );
}

function Version({ name, value }: { name: string; value: string }) {
  const text = useTranslations("ui.conflict");
  return (
    <div className="rounded-control bg-sunken p-3">
      <p className="text-xs text-ink-soft">{name}</p>
      {value ? (
        <p className="mt-1 whitespace-pre-line">{value}</p>
      ) : (
        <p className="mt-1 text-ink-soft">{text("empty")}</p>
      )}
    </div>
  );
}
