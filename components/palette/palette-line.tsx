"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { rowStyle } from "#components/ui/popup-style.ts";
import { DirectoryLine } from "./directory-line.tsx";
import type { PaletteOption } from "./options.ts";
import { PageLine } from "./page-line.tsx";
import { PersonLine } from "./person-line.tsx";
import { ThreadLine } from "./thread-line.tsx";

type PaletteLineProps = { option: PaletteOption; onChoose: () => void };

/** A line to choose; the marked one carries the ribbon of the frame. */
export function PaletteLine({ option, onChoose }: PaletteLineProps) {
  return (
    <Autocomplete.Item
      value={option}
      onClick={onChoose}
      className={classNames(
        rowStyle,
        "relative min-h-11 scroll-my-2 py-1.5 text-sm before:absolute before:inset-y-2 before:start-0 before:w-0.5 data-highlighted:before:bg-accent",
      )}
    >
      {contentOf(option)}
    </Autocomplete.Item>
  );
}

function contentOf(option: PaletteOption): ReactNode {
  switch (option.type) {
    case "page":
      return <PageLine page={option.page} />;
    case "person":
      return <PersonLine person={option.person} />;
    case "directory":
      return <DirectoryLine total={option.total} atLeast={option.atLeast} />;
    case "thread":
      return <ThreadLine thread={option.thread} />;
  }
}
