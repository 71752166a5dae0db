"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Skeleton, SkeletonLine } from "#components/ui/skeleton.tsx";

type EdgeLinesProps = {
  box: RefObject<HTMLElement | null>;
  /** Said when it did not work. */
  failure: string;
  /** Whether it worked. */
  load: () => Promise<boolean>;
};

const ahead = "600px";

/** At an edge of the loaded lines: loads the next page before the reader gets there. Its key must be the line at that edge. */
export function EdgeLines({ box, failure, load }: EdgeLinesProps) {
  const text = useTranslations("chat.thread");
  const edge = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const loadPage = useEffectEvent(async () => setFailed(!(await load())));

  useEffect(() => {
    if (!edge.current || failed) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        void loadPage();
      },
      { root: box.current, rootMargin: `${ahead} 0px` },
    );
    observer.observe(edge.current);
    return () => observer.disconnect();
  }, [box, failed]);

  return (
    <div ref={edge} className="px-4 py-6 md:px-6">
      {failed ? (
        <div className="flex flex-wrap items-center justify-center gap-3 text-sm text-ink-soft">
          {failure}
          <Button size="small" onClick={() => setFailed(false)}>
            {text("retry")}
          </Button>
        </div>
      ) : (
        <Skeleton>
          <div className="grid gap-3">
            <SkeletonLine className="h-9 w-1/2 rounded-bubble!" />
            <SkeletonLine className="ms-auto h-9 w-2/5 rounded-bubble!" />
          </div>
        </Skeleton>
      )}
    </div>
  );
}
