import { FileSpreadsheet } from "lucide";
import { useFormatter, useTranslations } from "next-intl";
import { Banner } from "#components/ui/banner.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { ReadFile } from "#lib/leavers/schema.ts";
import { ColumnMapper } from "./column-mapper.tsx";
import type { FileMapping, KnownFile } from "./use-mapping.ts";

type ReadFileCardProps = { file: ReadFile; mapping: FileMapping };

/** A file: what it looks like and how it was read, its columns; or why it was not, and what to do about it. */
export function ReadFileCard({ file, mapping }: ReadFileCardProps) {
  const text = useTranslations("leavers.import.files");
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h3 className="flex items-start gap-2 font-semibold wrap-anywhere">
        <Icon icon={FileSpreadsheet} className="mt-[0.15lh] size-4.5 shrink-0 text-ink-soft" />
        {file.name}
      </h3>
      {file.refused ? (
        <Banner tone="wrong" title={text("refused")}>
          {text(`refusals.${file.refused}`)}
        </Banner>
      ) : (
        <>
          <Layout file={file} />
          <ColumnMapper file={file} mapping={mapping} />
        </>
      )}
    </article>
  );
}

function Layout({ file }: { file: KnownFile }) {
  const text = useTranslations("leavers.import.files");
  const format = useFormatter();
  const { system, encoding, separator, sheet, headingRow, dropped, rows } = file;
  const facts = [
    system ? text("looksLike", { system }) : text("table"),
    encoding && encodingNames[encoding],
    text("rows", { count: rows }),
    separator && text(`separator.${separatorWords.get(separator) ?? "other"}`, { separator }),
  ].filter(Boolean);
  return (
    <div className="grid gap-1 text-sm">
      <p>{facts.join("・")}</p>
      <p className="text-ink-soft">
        {sheet && text("sheet", { name: sheet.name })}{" "}
        {sheet && sheet.others.length > 0 && text("otherSheets", { names: format.list(sheet.others) })}{" "}
        {headingRow !== null && text("headingRow", { row: headingRow })}
      </p>
      {headingRow === null && <Banner tone="careful">{text("noHeading")}</Banner>}
      {dropped.length > 0 && (
        <Banner tone="fine" title={text("dropped", { names: format.list(dropped) })}>
          {text("droppedWhy")}
        </Banner>
      )}
    </div>
  );
}

const encodingNames: Record<NonNullable<KnownFile["encoding"]>, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  shift_jis: "Shift_JIS",
  "euc-jp": "EUC-JP",
  "iso-2022-jp": "ISO-2022-JP",
};

const separatorWords = new Map<string, "comma" | "tab" | "semicolon">([
  [",", "comma"],
  ["\t", "tab"],
  [";", "semicolon"],
]);
