"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTask } from "#components/live/use-task.ts";
import type { ImportDetail, ImportRow, RowsAsked } from "#lib/leavers/schema.ts";
import { FilesRead } from "./files-read.tsx";
import { type ImportActions, ImportContext } from "./import-context.ts";
import { ImportEnd } from "./import-end.tsx";
import { PeoplePreview } from "./people-preview.tsx";
import { TakeIn } from "./take-in.tsx";
import { UnderWay } from "./under-way.tsx";
import { useMapping } from "./use-mapping.ts";

type LeaverImportProps = {
  company: string;
  detail: ImportDetail;
  asked: RowsAsked;
  /** The first of those who are asked for; null where there is nothing to look at. */
  first: { rows: ImportRow[]; next: number | null } | null;
  actions: ImportActions;
};

const lookEveryMs = 10_000;

/** An import, by its state: being read, to be looked at, being applied, over. */
export function LeaverImport({ company, detail, asked, first, actions }: LeaverImportProps) {
  const text = useTranslations("leavers.import");
  const [said, setSaid] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const task = useTask(detail.task);
  // Here, so that what HR has said of columns outlives the reading of it.
  const mapping = useMapping(detail.files);
  const { state, failed } = detail;
  const worksOn = !failed && (state === "READING" || state === "APPLYING");

  // A task tells its own of HR how far it is: the others look now and then.
  const { refresh } = useRouter();
  useEffect(() => {
    if (!worksOn) return;
    const timer = setInterval(() => {
      if (!document.hidden) refresh();
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [worksOn, refresh]);

  const tellState = useEffectEvent(() => {
    setSaid(text(`states.${state}`));
    // What was pressed is gone by now; where one is elsewhere, one stays.
    const { activeElement } = document;
    if (activeElement === document.body || box.current?.contains(activeElement))
      box.current?.focus({ preventScroll: true });
  });
  const shownState = useRef(state);
  useEffect(() => {
    if (shownState.current === state) return;
    shownState.current = state;
    // After a dialog that closes has given the focus back.
    const timer = setTimeout(tellState, 50);
    return () => clearTimeout(timer);
  }, [state]);

  return (
    <ImportContext value={{ company, detail, actions, onSaid: setSaid }}>
      <div ref={box} tabIndex={-1} className="scroll-mt-16 outline-none">
        <p role="status" className="sr-only">
          {said}
        </p>
        {worksOn && <UnderWay task={task} />}
        {state === "READY" && first && detail.counts && (
          <>
            <FilesRead mapping={mapping} counts={detail.counts} />
            <PeoplePreview counts={detail.counts} asked={asked} first={first} />
            <TakeIn counts={detail.counts} />
          </>
        )}
        {!worksOn && state !== "READY" && <ImportEnd />}
      </div>
    </ImportContext>
  );
}
