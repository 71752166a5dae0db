"use client";

import { Search } from "lucide";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { latePart, usePart } from "#components/ui/use-part.ts";
import { paletteCalls } from "./palette-calls.ts";
import type { PaletteProps } from "./palette-dialog.tsx";
import { PaletteWait, type TypedBefore } from "./palette-wait.tsx";
import { useShortcut, useShortcutText } from "./shortcut.ts";

const dialog = latePart(() => import("./palette-dialog.tsx"));

/** From where it was opened, and what was typed before the dialog was there. */
type Opening = TypedBefore & { opener: Element | null };

/** A button in the rail, and ⌘K or Ctrl-K on every page of a company: finds people, conversations and pages. */
export function Palette(props: PaletteProps) {
  const text = useTranslations("palette");
  const shortcut = useShortcutText();
  const [opening, setOpening] = useState<Opening | null>(null);
  const [open, setOpen] = useState(false);
  const part = usePart(dialog, open);

  function openFrom(opener: Element | null) {
    setOpening({ opener, typed: "", composing: false, entered: false });
    setOpen(true);
  }
  const answer = useEffectEvent(openFrom);
  useEffect(() => paletteCalls.subscribe(answer), []);
  useShortcut(() => (open ? setOpen(false) : openFrom(document.activeElement)));

  function giveUp() {
    setOpen(false);
    if (opening?.opener instanceof HTMLElement) opening.opener.focus();
  }

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-keyshortcuts={shortcut === "⌘K" ? "Meta+K" : "Control+K"}
        onClick={(event) => openFrom(event.currentTarget)}
        className="nav-link"
      >
        <span className="nav-icon">
          <Icon icon={Search} className="size-5.5" />
        </span>
        {text("open")}
        <span aria-hidden="true" className="mt-1 h-2.5">
          {shortcut}
        </span>
      </button>
      {opening && part && !opening.composing && (
        <part.PaletteDialog
          {...props}
          open={open}
          onOpenChange={setOpen}
          opener={opening.opener}
          before={opening}
        />
      )}
      {opening && open && (!part || opening.composing) && (
        <PaletteWait onType={(before) => setOpening({ ...opening, ...before })} onClose={giveUp} />
      )}
    </>
  );
}
