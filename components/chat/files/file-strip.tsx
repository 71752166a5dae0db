"use client";

import { useTranslations } from "next-intl";
import { BareList } from "#components/ui/list.tsx";
import { maxFiles } from "#lib/chat/policy.ts";
import { UploadRow } from "./upload-row.tsx";
import type { Uploads } from "./use-uploads.ts";

/** The files of the message that is being written, on their way and arrived. Nothing while there are none. */
export function FileStrip({ uploads }: { uploads: Uploads }) {
  const text = useTranslations("files");
  const { list, surplus, hrefOf, cancel, retry } = uploads;
  return (
    <>
      {list.length > 0 && (
        <BareList
          aria-label={text("waiting")}
          // Not a whole number of rows: the cut row shows that there are more.
          className="mb-2 grid max-h-50 grid-cols-1 gap-2 overflow-y-auto overscroll-contain sm:grid-cols-2"
        >
          {list.map((upload) => (
            <UploadRow
              key={upload.key}
              upload={upload}
              href={upload.file && hrefOf(upload.file)}
              onCancel={() => cancel(upload.key)}
              onRetry={() => retry(upload.key)}
            />
          ))}
        </BareList>
      )}
      <p role="status" className="text-xs text-wrong not-empty:mb-2">
        {surplus > 0 && text("surplus", { count: surplus, max: maxFiles })}
      </p>
    </>
  );
}
