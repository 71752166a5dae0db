"use client";

import { Paperclip } from "lucide";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";

/** Opens the device's own choice of pictures and files. */
export function AttachButton({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const text = useTranslations("files");
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton label={text("attach")} onClick={() => field.current?.click()}>
        <Icon icon={Paperclip} className="size-5" />
      </IconButton>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-label={text("attach")}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // So that choosing the same file again fires a change event.
          currentTarget.value = "";
        }}
      />
    </>
  );
}
