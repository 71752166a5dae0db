"use client";

import { Plus } from "lucide";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { Sections } from "#lib/people/input.ts";
import { maxPositions } from "#lib/people/policy.ts";
import type { Position } from "#lib/people/schema.ts";
import type { Typing } from "./editable-section.tsx";
import { PositionField } from "./position-field.tsx";

const blank: Position = { department: "", title: null, from: null, until: null };

/** A set of fields for each, and always one to begin with. */
export function PositionFields({ values, change, errorOf }: Typing<Sections["career"]>) {
  const text = useTranslations("people.edit");
  const positions = values.positions.length > 0 ? values.positions : [blank];
  // A month that is being typed belongs to its position, not to its place.
  const [keys, setKeys] = useState(() => positions.map((_, index) => index));
  const next = useRef(positions.length);
  const list = useRef<HTMLDivElement>(null);

  function write(index: number, part: Partial<Position>) {
    change({ positions: positions.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  }
  function add() {
    setKeys([...keys, next.current++]);
    change({ positions: [...positions, blank] });
  }
  function remove(index: number) {
    setKeys(positions.length > 1 ? keys.toSpliced(index, 1) : [next.current++]);
    change({ positions: positions.toSpliced(index, 1) });
    list.current?.focus();
  }
  return (
    <div ref={list} tabIndex={-1} className="grid gap-6 outline-none">
      {positions.map((position, index) => (
        <PositionField
          key={keys[index]}
          index={index}
          position={position}
          onWrite={(part) => write(index, part)}
          onRemove={values.positions.length > 0 ? () => remove(index) : undefined}
          errorOf={errorOf}
        />
      ))}
      {errorOf("positions") && <p className="text-sm text-wrong">{errorOf("positions")}</p>}
      {positions.length < maxPositions && (
        <Button size="small" className="justify-self-start" onClick={add}>
          <Icon icon={Plus} className="size-4" />
          {text("held.add")}
        </Button>
      )}
    </div>
  );
}
