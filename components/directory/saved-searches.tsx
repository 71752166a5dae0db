"use client";

import { Bookmark } from "lucide";
import { useTranslations } from "next-intl";
import type { Asked } from "#components/navigation/directory-href.ts";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Icon } from "#components/ui/icon.tsx";
import { latePart, useLateButton } from "#components/ui/use-part.ts";
import type { CompanyField } from "#lib/people/details.ts";
import type { SearchActions } from "./use-saved-searches.ts";

type SavedSearchesProps = {
  company: string;
  fields: readonly CompanyField[];
  wanted: Asked;
  actions: SearchActions;
};

const popup = latePart(() => import("./saved-searches-popup.tsx"));

/** What one asks the directory again and again, beside the field. */
export function SavedSearches(props: SavedSearchesProps) {
  const text = useTranslations("people.searches");
  const { part, button } = useLateButton(popup, { whenIdle: false });
  const style = `${buttonStyle()} aspect-square rounded-full! px-0!`;
  const face = <Icon icon={Bookmark} className="size-5" />;
  if (part)
    return (
      <part.SavedSearchesPopup {...props} className={style}>
        {face}
      </part.SavedSearchesPopup>
    );
  return (
    <button {...button} aria-haspopup="dialog" aria-label={text("title")} className={style}>
      {face}
    </button>
  );
}
