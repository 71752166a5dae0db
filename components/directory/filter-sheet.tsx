"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { SideSheet } from "#components/ui/side-sheet.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { nothingChosen, useChosen } from "./chosen.ts";
import { DimensionFilter } from "./dimension-filter.tsx";
import { SortMenu } from "./sort-menu.tsx";
import { useKeptOnBack } from "./use-kept-on-back.ts";
import { filtersOf, type Narrowing } from "./use-narrowing.ts";

type FilterSheetProps = Narrowing & {
  /** How many are found, in words. */
  total: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** All filters over a phone's screen. Each holds at once; Back closes the sheet, and leaves what was chosen. */
export function FilterSheet({ total, open, onOpenChange, ...narrowing }: FilterSheetProps) {
  const { wanted, closed } = narrowing;
  const text = useTranslations("people.filters");
  const listChosen = useChosen(narrowing.fields);
  const choose = useKeptOnBack({ ...narrowing, open });
  return (
    <SideSheet title={text("label")} open={open} onOpenChange={onOpenChange}>
      <div className="grid gap-4 pt-4">
        {!closed.includes("with") && (
          <Switch
            label={text("with")}
            hint={text("withHint")}
            checked={wanted.with === "me"}
            onCheckedChange={(checked) => choose({ with: checked ? "me" : undefined })}
          />
        )}
        {filtersOf(narrowing).map((dimension) => (
          <DimensionFilter
            key={dimension}
            {...narrowing}
            dimension={dimension}
            narrow={choose}
            words={listChosen(wanted, [dimension]).map(({ label }) => label)}
          />
        ))}
        <div className="flex items-center justify-between gap-4">
          <span className="text-sm">{text("sort.label")}</span>
          <SortMenu sort={wanted.sort} narrow={choose} />
        </div>
        <div className="sticky -bottom-10 -mx-4 -mb-10 flex gap-3 border-t border-hairline bg-surface px-4 py-3">
          {listChosen(wanted).length > 0 && (
            <Button variant="quiet" onClick={() => choose(nothingChosen)}>
              {text("clear")}
            </Button>
          )}
          <Button variant="primary" className="flex-1" onClick={() => onOpenChange(false)}>
            {text("show", { total })}
          </Button>
        </div>
      </div>
    </SideSheet>
  );
}
