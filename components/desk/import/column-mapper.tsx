import { ChevronRight } from "lucide";
import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import { BareList } from "#components/ui/list.tsx";
import { FieldSelect } from "./field-select.tsx";
import { OrderSelect } from "./order-select.tsx";
import { asksOf, asksOrder, type FileMapping, type KnownColumn, type KnownFile } from "./use-mapping.ts";

type ColumnMapperProps = { file: KnownFile; mapping: FileMapping };

/** Each column by its heading and some of its values, and what it is taken for, to be corrected. */
export function ColumnMapper({ file, mapping }: ColumnMapperProps) {
  const text = useTranslations("leavers.import.mapper");
  return (
    <details open={asksOf(file)} className="group/columns">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 text-sm text-accent-ink [&::-webkit-details-marker]:hidden">
        <Icon icon={ChevronRight} className="size-4 transition-transform group-open/columns:rotate-90" />
        {text("columns", { count: file.columns.length })}
      </summary>
      <BareList className="grid grid-cols-[minmax(0,1fr)] divide-y divide-hairline rounded-control border border-hairline">
        {file.columns.toSorted(byAsking).map((column) => (
          <li
            key={column.index}
            className="grid gap-x-4 gap-y-2 px-3 py-3 sm:grid-cols-[minmax(0,1fr)_15rem] sm:items-start"
          >
            <div className="min-w-0 text-sm">
              <p className="font-medium wrap-anywhere">{column.heading}</p>
              <p className="text-ink-soft wrap-anywhere">
                {column.samples.length > 0 ? column.samples.join(" ・ ") : text("empty")}
              </p>
            </div>
            <div className="grid gap-2">
              <FieldSelect file={file} column={column} mapping={mapping} />
              <OrderSelect file={file} column={column} mapping={mapping} />
            </div>
          </li>
        ))}
      </BareList>
    </details>
  );
}

/** Those of which something is asked come first. */
function byAsking(one: KnownColumn, other: KnownColumn): number {
  return Number(asksOrder(other)) - Number(asksOrder(one));
}
