import { useTranslations } from "next-intl";
import { useId } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";
import { fieldGroups, isField } from "./field-groups.ts";
import type { FileMapping, KnownColumn, KnownFile } from "./use-mapping.ts";

type FieldSelectProps = { file: KnownFile; column: KnownColumn; mapping: FileMapping };

/** What a column is: a select of the browser's own, of which a file may have a hundred. */
export function FieldSelect({ file, column, mapping }: FieldSelectProps) {
  const text = useTranslations("leavers.import");
  const id = useId();
  const field = mapping.fieldOf(file, column);
  const twice = mapping.isTwice(file, column);
  return (
    <>
      <select
        aria-label={text("mapper.what", { heading: column.heading })}
        aria-invalid={twice || undefined}
        aria-describedby={twice ? id : undefined}
        value={field ?? ""}
        onChange={({ target: { value } }) => mapping.chooseField(file, column, isField(value) ? value : null)}
        className={classNames(controlStyle, !field && "text-ink-soft")}
      >
        <option value="">{text("mapper.unread")}</option>
        {fieldGroups.map(({ group, fields }) => (
          <optgroup key={group} label={text(`groups.${group}`)}>
            {fields.map((one) => (
              <option key={one} value={one}>
                {text(`fields.${one}`)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {twice && field && (
        <p id={id} className="text-sm text-wrong">
          {text("mapper.twice", { field: text(`fields.${field}`) })}
        </p>
      )}
    </>
  );
}
