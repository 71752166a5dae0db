"use client";

import { useTranslations } from "next-intl";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { directoryHref, isYears } from "#components/navigation/directory-href.ts";
import type { FilterAnswer } from "#components/ui/filter-answer.ts";
import { FilterChoicesPopup } from "#components/ui/filter-choices-popup.tsx";
import type { FilterButton } from "#components/ui/filter-menu.tsx";
import { FilterYearsPopup } from "#components/ui/filter-years-popup.tsx";
import type { Dimension } from "#lib/people/directory-query.ts";
import { type FieldDimension, isField } from "#lib/people/field-dimensions.ts";
import { maxChoices, maxChosen } from "#lib/people/policy.ts";
import { askChoices } from "./ask-choices.ts";
import { useChoiceLabels } from "./choice-labels.ts";
import { chosenValues, withValues } from "./chosen-values.ts";
import { useFilterTitles } from "./filter-titles.ts";
import type { Narrowing } from "./use-narrowing.ts";

type PopupProps = Narrowing & FilterButton & { dimension: Dimension | FieldDimension };

/** What a filter opens, with the numbers of people beside what else is asked. */
export function Popup({ company, wanted, narrow, fields, dimension, ...button }: PopupProps) {
  const text = useTranslations("people.filters");
  const refusalText = useRefusalText();
  const { nameOf } = useChoiceLabels(fields);
  const titleOf = useFilterTitles(fields);
  const props = {
    ...button,
    label: titleOf(dimension),
    find,
    beside: directoryHref(company, { ...wanted, sort: undefined, ...withValues(dimension, wanted, []) }),
  };
  if (!isField(dimension) && isYears(dimension))
    return (
      <FilterYearsPopup
        {...props}
        range={wanted[dimension]}
        // The arrow keys choose each year they pass: the years are one step of Back.
        onChoose={(chosen) => narrow({ [dimension]: chosen }, wanted[dimension] ? "search" : "choice")}
      />
    );
  return (
    <FilterChoicesPopup
      {...props}
      chosen={chosenValues(dimension, wanted)}
      labelOf={(value) => nameOf(dimension, value)}
      onChoose={(chosen) => narrow(withValues(dimension, wanted, chosen))}
      most={maxChosen}
      typable={dimension !== "open" && !isField(dimension)}
    />
  );

  async function find(typed: string): Promise<FilterAnswer> {
    const answer = await askChoices(company, wanted, dimension, typed);
    if (answer.ok) {
      const complete = typed === "" && answer.data.choices.length < maxChoices;
      return { ...inOrder(dimension, answer.data), complete };
    }
    return { error: answer.code === "offline" ? text("offline") : refusalText(answer) };
  }
}

/** Prefectures from north to south, as everybody knows them, before what else was written. */
function inOrder<Found extends { choices: { value: string }[] }>(dimension: string, found: Found): Found {
  if (dimension !== "area") return found;
  const isCode = ({ value }: { value: string }) => /^\d\d$/.test(value);
  const codes = found.choices.filter(isCode).sort((one, other) => Number(one.value) - Number(other.value));
  return { ...found, choices: [...codes, ...found.choices.filter((choice) => !isCode(choice))] };
}
