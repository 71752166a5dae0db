"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import type { ComponentType, ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { rowStyle } from "#components/ui/popup-style.ts";
import type { LatestThread } from "#lib/chat/schema.ts";
import { DirectoryLine } from "./directory-line.tsx";
import type { PaletteOption } from "./options.ts";
import { PageLine } from "./page-line.tsx";
import { PersonOption } from "./person-option.tsx";

/** How a conversation looks as a line: chat's own. */
export type ThreadLine = ComponentType<{ company: string; thread: LatestThread }>;

type PaletteLineProps = {
  company: string;
  option: PaletteOption;
  ThreadLine: ThreadLine;
  onChoose: () => void;
  /** Where the option is a person to whom one can write. */
  onWrite?: () => void;
};

/** A line to choose; the marked one carries the ribbon of the frame. */
export function PaletteLine({ onChoose, ...content }: PaletteLineProps) {
  return (
    <Autocomplete.Item
      value={content.option}
      onClick={onChoose}
      className={classNames(
        rowStyle,
        "relative min-h-11 scroll-my-2 py-1.5 text-sm before:absolute before:inset-y-2 before:start-0 before:w-0.5 data-highlighted:before:bg-accent",
      )}
    >
      {contentOf(content)}
    </Autocomplete.Item>
  );
}

function contentOf({ company, option, ThreadLine, onWrite }: Omit<PaletteLineProps, "onChoose">): ReactNode {
  switch (option.type) {
    case "page":
      return <PageLine page={option.page} />;
    case "person":
      return <PersonOption person={option.person} onWrite={onWrite} />;
    case "directory":
      return <DirectoryLine total={option.total} atLeast={option.atLeast} />;
    case "thread":
      return <ThreadLine company={company} thread={option.thread} />;
  }
}
