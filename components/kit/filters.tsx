"use client";

import { Users } from "lucide";
import { type ComponentProps, useRef, useState } from "react";
import { Field } from "#components/ui/field.tsx";
import type { FilterAnswer } from "#components/ui/filter-answer.ts";
import { FilterChips } from "#components/ui/filter-chips.tsx";
import type { FilterChoicesPopup } from "#components/ui/filter-choices-popup.tsx";
import { FilterMenu } from "#components/ui/filter-menu.tsx";
import { FilterToggle } from "#components/ui/filter-toggle.tsx";
import { SuggestInput } from "#components/ui/suggest-input.tsx";
import { latePart } from "#components/ui/use-part.ts";
import { Specimen, State } from "./specimen.tsx";
import { useWords } from "./use-words.ts";

const choicesPopup = latePart(async () => ({
  Popup: (await import("#components/ui/filter-choices-popup.tsx")).FilterChoicesPopup,
}));
const yearsPopup = latePart(async () => ({
  Popup: (await import("#components/ui/filter-years-popup.tsx")).FilterYearsPopup,
}));

type ChoicesProps = Omit<ComponentProps<typeof FilterChoicesPopup>, "className" | "children"> & {
  wide?: boolean;
};

function FilterChoices({ wide, ...props }: ChoicesProps) {
  return (
    <FilterMenu
      label={props.label}
      count={props.chosen.length}
      words={wide ? props.chosen : undefined}
      popup={choicesPopup}
      props={props}
    />
  );
}

/** What a list is narrowed by, and a text for which something is offered. */
export function Filters() {
  const words = useWords();
  const [pressed, setPressed] = useState(false);
  const [chosen, setChosen] = useState<string[]>([]);
  const box = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState<{ from: number; until: number }>();
  const choices = words.departments.map((value, index) => ({ value, people: (6 - index) * 12 }));
  const years = ["2016", "2012", "1989"].map((value) => ({ value, people: Number(value) % 40 }));
  const find = async (typed: string): Promise<FilterAnswer> => ({
    choices: choices.filter(({ value }) => value.includes(typed)),
    atLeast: false,
    complete: typed === "",
  });
  const many = async (): Promise<FilterAnswer> => ({ choices, atLeast: true, complete: true });
  const wrong = async (): Promise<FilterAnswer> => ({ error: words.missing });
  const never = () => new Promise<FilterAnswer>(() => {});
  const plain = { chosen, most: 10, onChoose: setChosen, labelOf: (value: string) => value, beside: "" };
  const chips = [...chosen, words.long].map((label) => ({
    key: label,
    of: words.department,
    label,
    onRemove: () => setChosen(chosen.filter((one) => one !== label)),
  }));
  return (
    <>
      <Specimen name="Filters">
        <div className="flex min-w-0 flex-wrap gap-2">
          <FilterToggle
            label={words.chosen}
            hint={words.lead}
            icon={Users}
            pressed={pressed}
            onPress={setPressed}
          />
          <FilterChoices {...plain} label={words.department} find={find} typable />
          <FilterMenu
            label={words.joined}
            count={range ? 1 : 0}
            popup={yearsPopup}
            props={{
              label: words.joined,
              range,
              onChoose: setRange,
              find: async () => ({ choices: years, atLeast: false, complete: true }),
              beside: "",
            }}
          />
          <FilterChoices {...plain} label={words.states.many} find={many} />
          <FilterChoices {...plain} label={words.states.busy} find={never} />
          <FilterChoices {...plain} label={words.states.error} find={wrong} />
          <FilterChoices
            {...plain}
            chosen={[]}
            label={words.long}
            find={async () => ({ choices: [], atLeast: false, complete: true })}
          />
        </div>
        <div ref={box} tabIndex={-1}>
          <FilterChips label={words.chosen} chips={chips} onClear={() => setChosen([])} after={box} />
        </div>
        <State name={words.states.long}>
          <FilterChoices {...plain} label={words.department} chosen={[words.long]} find={find} wide />
        </State>
      </Specimen>
      <Specimen name="SuggestInput">
        <Suggesting />
      </Specimen>
    </>
  );
}

function Suggesting() {
  const words = useWords();
  const [text, setText] = useState("");
  return (
    <Field label={words.offices}>
      <SuggestInput
        label={words.offices}
        suggestions={words.officeNames.map((label) => ({ label }))}
        value={text}
        onText={setText}
      />
    </Field>
  );
}
