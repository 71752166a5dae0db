"use client";

import { type RefObject, useLayoutEffect, useRef, useState } from "react";

const nearEnd = 32;

type Ends = {
  /** The newest line's number. */
  newest: number;
  /** The client id of the line that the viewer wrote last and that is still pending. */
  written: string | undefined;
  /** Whether there is nothing newer than the newest line. */
  whole: boolean;
};

/**
 * Keeps the reader's place in a box that is laid out from its end (column-reverse: it opens at the end, stays there, and does not move
 * when older lines come). Newer lines would push away what a reader further up sees: this hook prevents that, and scrolls to what the
 * viewer writes.
 */
export function useReadingPosition(box: RefObject<HTMLElement | null>, { newest, written, whole }: Ends) {
  const [nearby, setNearby] = useState(true);
  const shown = useRef({ newest, written, whole, height: 0 });

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const before = shown.current;
    shown.current = { newest, written, whole, height: element.scrollHeight };
    if (written && written !== before.written) element.scrollTop = 0;
    // Where newer lines are not loaded yet, the end of the box is not the end of the conversation.
    else if (newest !== before.newest && (element.scrollTop < -nearEnd || !before.whole))
      element.scrollTop -= element.scrollHeight - before.height;
  });

  return {
    atEnd: nearby && whole,
    onScroll: () => setNearby((box.current?.scrollTop ?? 0) >= -nearEnd),
    toEnd: () => box.current?.scrollTo({ top: 0 }),
  };
}

/** Opens the conversation where one left off: the divider above what is new, near the upper edge. Without one, and where a line was looked for, nothing. */
export function useOpenAtDivider(box: RefObject<HTMLElement | null>, wanted: boolean): void {
  const done = useRef(!wanted);
  useLayoutEffect(() => {
    if (done.current) return;
    done.current = true;
    box.current?.querySelector("[data-new]")?.scrollIntoView({ block: "start" });
  }, [box]);
}
