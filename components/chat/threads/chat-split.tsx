"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { useMissedDrops } from "#components/chat/files/file-drop.tsx";
import { Split } from "#components/ui/split.tsx";
import { useKeptScroll } from "./use-kept-scroll.ts";

type ChatSplitProps = { list: ReactNode; children: ReactNode };

export function ChatSplit({ list, children }: ChatSplitProps) {
  const text = useTranslations("chat.threads");
  const open = useSelectedLayoutSegment() !== null;
  const box = useRef<HTMLElement>(null);
  useMissedDrops();
  useKeptScroll(box, useChatRoom().slug);
  return (
    <Split list={list} listLabel={text("label")} listBox={box} open={open}>
      {children}
    </Split>
  );
}
