import { useTranslations } from "next-intl";
import { controlStyle } from "#components/ui/control-style.ts";
import { useFieldControl } from "#components/ui/field-context.ts";
import { type Ground, grounds } from "#lib/leavers/schema.ts";

type GroundSelectProps = { name: string; value: Ground | null; onChoose: (ground: string) => void };

/** On which ground the company keeps what it knows of somebody who left. */
export function GroundSelect({ name, value, onChoose }: GroundSelectProps) {
  const text = useTranslations("leavers.import.take");
  return (
    <select
      {...useFieldControl()}
      name={name}
      value={value ?? ""}
      onChange={({ target }) => onChoose(target.value)}
      className={controlStyle}
    >
      <option value="">{text("choose")}</option>
      {grounds.map((ground) => (
        <option key={ground} value={ground}>
          {text(ground)}
        </option>
      ))}
    </select>
  );
}
