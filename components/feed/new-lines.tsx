import { ArrowUp } from "lucide";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import type { countNewLinesAction } from "#app/c/[company]/feed/actions.ts";
import { requestByHttp } from "#components/live/live-request.ts";
import { useCatchUp, useLiveEvent } from "#components/live/use-live-event.ts";
import { canNavigate } from "#components/live/use-stay-offline.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { LiveRegion } from "#components/ui/live-region.tsx";
import { homeHref } from "#lib/hrefs.ts";

type NewLinesProps = {
  company: string;
  /** Of the page, where it has a line. */
  newest: string | null;
  countNewLines: typeof countNewLinesAction;
};

/** Of many lines at one time a page asks once. */
const pauseMs = 300;

/** Says how much is new since the page was read, over the page and not in it; pressed, it shows it. Give it a key of the newest line. */
export function NewLines({ company, newest, countNewLines }: NewLinesProps) {
  const text = useTranslations("feed");
  const router = useRouter();
  const [count, setCount] = useState(0);
  const [showing, startShowing] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function countSoon(within = 0) {
    timer.current ??= setTimeout(
      async () => {
        timer.current = undefined;
        const result = await requestByHttp(() => countNewLines(company, { after: newest ?? undefined }));
        if (result.ok) setCount(result.data);
      },
      pauseMs + Math.random() * within,
    );
  }
  useLiveEvent("feed:new", ({ within }) => countSoon(within));
  useCatchUp(() => countSoon());

  function show() {
    if (!canNavigate()) return;
    startShowing(() => {
      router.push(homeHref(company));
      router.refresh();
    });
    // The button goes away with what it told; the keyboard goes on from the top of the page.
    document.getElementById("main")?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }

  return (
    <div className="pointer-events-none sticky top-4 z-10 flex h-0 justify-center">
      <LiveRegion message={count > 0 ? text("new", { count }) : ""} />
      {count > 0 && (
        <Button
          size="small"
          pending={showing}
          onClick={show}
          className="pointer-events-auto origin-top animate-settle rounded-full! shadow-float"
        >
          <Icon icon={ArrowUp} className="size-4 text-accent-ink" />
          {text("new", { count })}
        </Button>
      )}
    </div>
  );
}
