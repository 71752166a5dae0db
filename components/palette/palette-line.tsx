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

type PaletteLineProps = {
  company: string;
  option: PaletteOption;
  onChoose: () => void;
  /** Where the option is a person to whom one can write. */
  onWrite?: () => void;
};

/** A line to choose; the marked one carries the ribbon of the frame. */
export function PaletteLine({ company, option, onChoose, onWrite }: PaletteLineProps) {
  return (
    <Autocomplete.Item
      value={option}
      onClick={onChoose}
      className={classNames(
        rowStyle,
        "relative min-h-11 scroll-my-2 py-1.5 text-sm before:absolute before:inset-y-2 before:start-0 before:w-0.5 data-highlighted:before:bg-accent",
      )}
    >
      {contentOf({ company, option, onWrite })}
    </Autocomplete.Item>
  );
}

function contentOf({ company, option, onWrite }: Omit<PaletteLineProps, "onChoose">): ReactNode {
  switch (option.type) {
    case "page":
      return <PageLine page={option.page} />;
    case "person":
      return <PersonLine person={option.person} onWrite={onWrite} />;
    case "directory":
      return <DirectoryLine total={option.total} atLeast={option.atLeast} />;
    case "thread":
      return <ThreadLine company={company} thread={option.thread} />;
  }
}
