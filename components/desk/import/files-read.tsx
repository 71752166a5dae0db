"use client";

import { ChevronRight } from "lucide";
import { useTranslations } from "next-intl";
import { Suspense, useState } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { lateComponent } from "#components/ui/late-component.ts";
import { BareList } from "#components/ui/list.tsx";
import type { ImportCounts } from "#lib/leavers/schema.ts";
import { useImport } from "./import-context.ts";
import { LeftOut } from "./left-out.tsx";
import { ReadFileCard } from "./read-file-card.tsx";
import { asksOf, type FileMapping } from "./use-mapping.ts";

/** Few files are read otherwise than by themselves. */
const ReadAgain = lateComponent(async () => (await import("./read-again.tsx")).ReadAgain);

type FilesReadProps = { mapping: FileMapping; counts: ImportCounts };

/** What was recognised of the files, to be looked at and corrected: open by itself where there is something to ask. */
export function FilesRead({ mapping, counts }: FilesReadProps) {
  const text = useTranslations("leavers.import.files");
  const { detail } = useImport();
  const asks = detail.files.some(asksOf);
  const [open, setOpen] = useState(asks);
  const read = detail.files.filter(({ refused }) => !refused);
  return (
    <details
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="group/files mb-10 rounded-card bg-surface shadow-card"
    >
      <summary className="flex min-h-13 cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-1 rounded-card px-4 py-3 hover:bg-sunken sm:px-6 [&::-webkit-details-marker]:hidden">
        <Icon
          icon={ChevronRight}
          className="size-4 text-ink-soft transition-transform group-open/files:rotate-90"
        />
        <h2 className="font-mincho font-semibold">{text("title")}</h2>
        <p className="text-sm text-ink-soft">
          {text("known", { count: read.length })}{" "}
          {asks && <strong className="text-careful">{text("asks")}</strong>}
        </p>
      </summary>
      {open && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6 px-4 pt-2 pb-6 sm:px-6">
          <BareList className="grid grid-cols-[minmax(0,1fr)] gap-6">
            {detail.files.map((file, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and their order stays.
              <li key={place}>
                <ReadFileCard file={file} mapping={mapping} />
              </li>
            ))}
          </BareList>
          <LeftOut counts={counts} />
          <Suspense>
            <ReadAgain mapping={mapping} />
          </Suspense>
        </div>
      )}
    </details>
  );
}
