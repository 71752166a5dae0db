"use client";

import { FileQuestion, MailX } from "lucide";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { FilterChips } from "#components/ui/filter-chips.tsx";
import { FilterMenu } from "#components/ui/filter-menu.tsx";
import { FilterToggle } from "#components/ui/filter-toggle.tsx";
import { SegmentedLinks } from "#components/ui/segmented-links.tsx";
import { latePart } from "#components/ui/use-part.ts";
import type { LeaverDimension, Standing } from "#lib/leavers/list-policy.ts";
import type { AskedLeavers } from "#lib/leavers/list-query.ts";
import { leaversHref, nothingChosen } from "./leavers-href.ts";
import type { Narrowing } from "./use-narrowing.ts";

const popup = latePart(() => import("./filter-popup.tsx"));
const dimensions = [
  "left",
  "department",
  "employment",
  "tag",
  "invitation",
] as const satisfies LeaverDimension[];
const standings = [undefined, "left", "upcoming", "deceased"] as const satisfies (Standing | undefined)[];

/** Everybody, or those who stand so; what else is asked stays. */
export function StandingLinks({ company, wanted }: Pick<Narrowing, "company" | "wanted">) {
  const text = useTranslations("leavers.list.standings");
  return (
    <SegmentedLinks
      label={text("label")}
      links={standings.map((standing) => ({
        href: leaversHref(company, { ...wanted, standing }),
        label: text(standing ?? "all"),
        current: standing === wanted.standing,
      }))}
    />
  );
}

/** What else the list is narrowed by, and what is chosen of it, each to be taken off. */
export function LeaversFilters(narrowing: Narrowing) {
  const { wanted, narrow } = narrowing;
  const text = useTranslations("leavers.list.filters");
  const box = useRef<HTMLDivElement>(null);
  const chips = useChips(wanted);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: no fields of a form. */}
      <div role="group" aria-label={text("label")} className="flex flex-wrap gap-2">
        {dimensions.map((dimension) => (
          <FilterMenu
            key={dimension}
            label={text(dimension)}
            count={dimension === "left" ? Number(wanted.left !== undefined) : wanted[dimension].length}
            popup={popup}
            props={{ ...narrowing, dimension }}
          />
        ))}
        <FilterToggle
          label={text("mail")}
          hint={text("mailHint")}
          icon={MailX}
          pressed={wanted.mail === "none"}
          onPress={(on) => narrow({ mail: on ? "none" : undefined })}
        />
        <FilterToggle
          label={text("ground")}
          hint={text("groundHint")}
          icon={FileQuestion}
          pressed={wanted.ground === "none"}
          onPress={(on) => narrow({ ground: on ? "none" : undefined })}
        />
      </div>
      <div ref={box} tabIndex={-1} className="min-w-0 outline-none">
        {chips.length > 0 && (
          <FilterChips
            label={text("chosen")}
            chips={chips.map(({ without, ...chip }) => ({ ...chip, onRemove: () => narrow(without) }))}
            onClear={() =>
              narrow({
                ...nothingChosen,
                standing: wanted.standing,
                mail: wanted.mail,
                ground: wanted.ground,
              })
            }
            after={box}
          />
        )}
      </div>
    </>
  );
}

type Chip = { key: string; of: string; label: string; without: Partial<AskedLeavers> };

/** What was chosen of many; what is pressed shows so itself. */
function useChips(wanted: AskedLeavers): Chip[] {
  const text = useTranslations("leavers.list.filters");
  const statuses = useTranslations("leavers.invitation.statuses");
  const { left } = wanted;
  const years: Chip[] = left
    ? [
        {
          key: "left",
          of: text("left"),
          label:
            left.from === left.until
              ? text("year", { year: String(left.from) })
              : text("years", { from: String(left.from), until: String(left.until) }),
          without: { left: undefined },
        },
      ]
    : [];
  const values = (["department", "employment", "tag"] as const).flatMap((dimension) =>
    wanted[dimension].map((value) => ({
      key: `${dimension}:${value}`,
      of: text(dimension),
      label: value,
      without: { [dimension]: wanted[dimension].filter((one) => one !== value) },
    })),
  );
  const invitations = wanted.invitation.map((status) => ({
    key: `invitation:${status}`,
    of: text("invitation"),
    label: statuses(status),
    without: { invitation: wanted.invitation.filter((one) => one !== status) },
  }));
  return [...years, ...values, ...invitations];
}
