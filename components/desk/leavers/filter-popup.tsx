"use client";

import { useTranslations } from "next-intl";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import type { FilterAnswer } from "#components/ui/filter-answer.ts";
import { FilterChoicesPopup } from "#components/ui/filter-choices-popup.tsx";
import type { FilterButton } from "#components/ui/filter-menu.tsx";
import { FilterYearsPopup } from "#components/ui/filter-years-popup.tsx";
import type { LeaverDimension } from "#lib/leavers/list-policy.ts";
import { invitationStatuses, maxLeaverChoices } from "#lib/leavers/list-policy.ts";
import { askChoices } from "./ask-choices.ts";
import { leaversHref, leaversParameters } from "./leavers-href.ts";
import type { Narrowing } from "./use-narrowing.ts";

type PopupProps = Narrowing & FilterButton & { dimension: LeaverDimension };

function asStatus(value: string) {
  return invitationStatuses.find((status) => status === value);
}

/** As many as an address may have. */
const most = 10;

/** What a filter opens, with how many leavers beside what else is asked. */
export function Popup({ company, wanted, narrow, dimension, ...button }: PopupProps) {
  const text = useTranslations("leavers.list");
  const statuses = useTranslations("leavers.invitation.statuses");
  const refusalText = useRefusalText();
  const props = {
    ...button,
    label: text(`filters.${dimension}`),
    find,
    beside: leaversHref(company, {
      ...wanted,
      sort: "name",
      [dimension]: dimension === "left" ? undefined : [],
    }),
  };
  if (dimension === "left")
    return (
      <FilterYearsPopup
        {...props}
        range={wanted.left}
        onChoose={(left) => narrow({ left }, wanted.left ? "search" : "choice")}
      />
    );
  if (dimension === "invitation")
    return (
      <FilterChoicesPopup
        {...props}
        chosen={wanted.invitation}
        labelOf={(value) => statuses(asStatus(value) ?? "none")}
        onChoose={(chosen) => narrow({ invitation: chosen.flatMap((value) => asStatus(value) ?? []) })}
        most={most}
      />
    );
  return (
    <FilterChoicesPopup
      {...props}
      chosen={wanted[dimension]}
      labelOf={(value) => value}
      onChoose={(chosen) => narrow({ [dimension]: chosen })}
      most={most}
      typable
    />
  );

  async function find(typed: string): Promise<FilterAnswer> {
    const answer = await askChoices(company, leaversParameters(wanted), dimension, typed);
    if (!answer.ok) return { error: refusalText(answer) };
    return { ...answer.data, complete: typed === "" && answer.data.choices.length < maxLeaverChoices };
  }
}
