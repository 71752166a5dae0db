import { useTranslations } from "next-intl";
import { useId } from "react";
import { controlStyle } from "#components/ui/control-style.ts";
import { type FileMapping, type KnownColumn, type KnownFile, toldOrders } from "./use-mapping.ts";

type OrderSelectProps = { file: KnownFile; column: KnownColumn; mapping: FileMapping };

/** Whether day or month comes first in a column of dates: asked where its values do not say, nothing where it makes no difference. */
export function OrderSelect({ file, column, mapping }: OrderSelectProps) {
  const text = useTranslations("leavers.import.mapper");
  const id = useId();
  const order = mapping.orderOf(file, column);
  if (order === null) return null;
  const { heading, likely } = column;
  return (
    <>
      <select
        aria-label={text("orderOf", { heading })}
        aria-describedby={order ? undefined : id}
        value={order ?? ""}
        onChange={({ target: { value } }) => {
          const chosen = toldOrders.find((one) => one === value);
          if (chosen) mapping.chooseOrder(file, column, chosen);
        }}
        className={controlStyle}
      >
        {!order && <option value="">{text("orderChoose")}</option>}
        {(likely === "month-first" ? toldOrders.toReversed() : toldOrders).map((one) => (
          <option key={one} value={one}>
            {text(one)}
          </option>
        ))}
      </select>
      {!order && (
        <p id={id} className="text-sm text-careful">
          {text("orderAsk")}
        </p>
      )}
    </>
  );
}
