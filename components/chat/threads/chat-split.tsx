"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useMissedDrops } from "#components/chat/files/file-drop.tsx";
import { Split } from "#components/ui/split.tsx";

type ChatSplitProps = { list: ReactNode; children: ReactNode };

export function ChatSplit({ list, children }: ChatSplitProps) {
  const text = useTranslations("chat.threads");
  const open = useSelectedLayoutSegment() !== null;
  useMissedDrops();
  return (
    <Split list={list} listLabel={text("label")} open={open}>
      {children}
    </Split>
  );
}
