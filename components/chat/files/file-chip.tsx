"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ChatFile } from "#lib/chat/schema.ts";
import { FileIcon } from "./file-icon.tsx";
import { useFileFacts } from "./use-file-facts.ts";

/** A file of a message: what it is called, what its bytes say that it is, how large; pressed, it is downloaded. */
export function FileChip({ file, href }: { file: ChatFile; href: string }) {
  const text = useTranslations("files");
  const facts = useFileFacts();
  return (
    <a
      href={href}
      download={file.name}
      className="flex min-h-14 w-full items-center gap-3 rounded-card border border-hairline bg-surface px-3 py-2 text-ink hover:bg-sunken"
    >
      <FileIcon type={file.type} className="size-7 shrink-0 text-ink-soft" />
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 text-sm leading-snug break-all">{file.name}</span>
        <span className="block text-2xs text-ink-soft">{facts(file)}</span>
      </span>
      <span className="sr-only">{text("save")}</span>
      <Download className="size-4 shrink-0 text-ink-soft" strokeWidth={1.75} aria-hidden="true" />
    </a>
  );
}
