"use client";

import { Globe, Lock, Users } from "lucide";
import { useState } from "react";
import { ChoiceMenu } from "#components/ui/choice-menu.tsx";
import { Combobox, type ComboboxGroup } from "#components/ui/combobox.tsx";
import { Field } from "#components/ui/field.tsx";
import { MenuAction, MenuGroup, MenuLink, MenuSeparator } from "#components/ui/menu.tsx";
import { MenuButton } from "#components/ui/menu-button.tsx";
import { Specimen, State } from "./specimen.tsx";
import { useWords } from "./use-words.ts";

export function Choices() {
  const words = useWords();
  const [chosen, setChosen] = useState("");
  const items = (
    <>
      {words.menuItems.map((item, index) => (
        <MenuAction key={item} danger={index === 3} disabled={index === 2} onSelect={() => setChosen(item)}>
          {item}
        </MenuAction>
      ))}
      <MenuSeparator />
      <MenuGroup label={words.menuGroup}>
        <MenuLink href="#menubutton">{words.cardTitle}</MenuLink>
      </MenuGroup>
    </>
  );
  return (
    <>
      <Specimen name="MenuButton">
        <div className="flex flex-wrap items-center gap-3">
          <MenuButton label={words.menu}>{items}</MenuButton>
          <MenuButton label={words.menu} variant="primary" size="small">
            {items}
          </MenuButton>
          <MenuButton label={words.rowMenu} dots>
            {items}
          </MenuButton>
          <MenuButton label={words.rowMenu} dots variant="secondary">
            {items}
          </MenuButton>
          <MenuButton label={words.disabled} disabled>
            {items}
          </MenuButton>
          <p role="status" className="text-sm text-ink-soft">
            {chosen && `${words.chosen}: ${chosen}`}
          </p>
        </div>
      </Specimen>
      <Specimen name="ChoiceMenu">
        <ChoiceMenus />
      </Specimen>
      <Specimen name="Combobox">
        <Comboboxes />
      </Specimen>
    </>
  );
}

const icons = [Lock, Users, Globe];

function ChoiceMenus() {
  const words = useWords();
  const options = words.audiences.map((label, index) => ({
    value: `a${index}`,
    label,
    icon: icons[index] ?? Globe,
    detail: index > 0 ? `${index * 214}` : undefined,
  }));
  const [value, setValue] = useState("a0");
  const long = [{ value: "long", label: words.long, icon: Globe }];
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-3">
      <ChoiceMenu label={words.audience} options={options} value={value} onChoose={setValue} />
      <ChoiceMenu label={`${words.audience} 2`} options={long} value="long" onChoose={() => {}} />
      <ChoiceMenu label={words.disabled} options={options} value="a2" onChoose={() => {}} disabled />
    </div>
  );
}

function Comboboxes() {
  const words = useWords();
  const options = words.departments.map((label, index) => ({
    value: `d${index}`,
    label,
    detail: `${(index + 1) * 12}`,
  }));
  const flat: ComboboxGroup[] = [{ items: options }];
  const grouped: ComboboxGroup[] = [
    { label: words.department, items: options },
    {
      label: words.offices,
      items: words.officeNames.map((label, index) => ({
        value: `o${index}`,
        label,
        detail: index === 2 ? words.closed : undefined,
        disabled: index === 2,
      })),
    },
  ];
  const many: ComboboxGroup[] = [
    {
      items: Array.from({ length: 400 }, (_, index) => ({
        value: String(index),
        label: `${words.department} ${index + 1}`,
      })),
    },
  ];
  const long: ComboboxGroup[] = [{ items: [{ value: "long", label: words.long, detail: "484" }] }];
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <State name={words.states.rest}>
        <Field label={words.department}>
          <Combobox label={words.department} groups={grouped} defaultValue="d1" optional />
        </Field>
      </State>
      <State name={words.states.many}>
        <Field label={`${words.department} 400`}>
          <Combobox label={words.department} groups={many} />
        </Field>
      </State>
      <State name={words.states.error}>
        <Field label={`${words.department} 2`} error={words.missing}>
          <Combobox label={words.department} groups={flat} />
        </Field>
      </State>
      <State name={words.states.disabled}>
        <Field label={`${words.department} 3`}>
          <Combobox label={words.department} groups={flat} defaultValue="d0" disabled />
        </Field>
      </State>
      <State name={words.states.busy}>
        <Field label={`${words.department} 4`}>
          <Combobox label={words.department} groups={[]} busy />
        </Field>
      </State>
      <State name={words.states.long}>
        <Field label={`${words.department} 5`}>
          <Combobox label={words.department} groups={long} defaultValue="long" optional />
        </Field>
      </State>
    </div>
  );
}
