"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { BookUser, MessageCircle } from "lucide";
import { useTranslations } from "next-intl";
import type { ComponentType, ReactNode } from "react";
import { PersonLine } from "#components/person/person-line.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { CompanyMark } from "#components/ui/company-mark.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { rowStyle } from "#components/ui/popup-style.ts";
import type { LatestThread } from "#lib/chat/schema.ts";
import type { PersonCard } from "#lib/people/schema.ts";
import type { PaletteOption } from "./options.ts";
import type { PalettePage } from "./pages.ts";

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

/** A line to choose; the marked one is filled. */
export function PaletteLine({ onChoose, ...content }: PaletteLineProps) {
  return (
    <Autocomplete.Item
      value={content.option}
      onClick={onChoose}
      className={classNames(
        rowStyle,
        "min-h-11 scroll-mt-2 scroll-mb-10 py-1 text-sm data-highlighted:bg-accent-soft",
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

function PageLine({ page }: { page: PalettePage }) {
  if ("hue" in page)
    return (
      <>
        <CompanyMark name={page.label} hue={page.hue} size="small" />
        {page.label}
      </>
    );
  return (
    <>
      <span className="grid size-7 shrink-0 place-items-center text-ink-soft">
        <Icon icon={page.icon} className="size-5" />
      </span>
      {page.label}
    </>
  );
}

type PersonOptionProps = {
  person: PersonCard;
  /** For a pointer: the line as a whole leads to the person's page. */
  onWrite?: () => void;
};

function PersonOption({ person, onWrite }: PersonOptionProps) {
  const text = useTranslations("palette");
  return (
    <PersonLine person={person}>
      {onWrite && (
        // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: an option holds no button; the keys are Ctrl or ⌘ with Enter.
        <span
          title={text("write")}
          onClick={(event) => {
            event.stopPropagation();
            onWrite();
          }}
          className="grid size-9 shrink-0 place-items-center rounded-control text-ink-soft hover:bg-paper hover:text-ink"
        >
          <Icon icon={MessageCircle} className="size-4.5" />
        </span>
      )}
    </PersonLine>
  );
}

type DirectoryLineProps = { total: number; atLeast: boolean };

/** There are more than stand here: the directory has them all. */
function DirectoryLine({ total, atLeast }: DirectoryLineProps) {
  const text = useTranslations("palette");
  return (
    <>
      <span className="grid size-7 shrink-0 place-items-center text-ink-soft">
        <Icon icon={BookUser} className="size-5" />
      </span>
      {text(atLeast ? "manyInDirectory" : "allInDirectory", { count: total })}
    </>
  );
}
