import { useTranslations } from "next-intl";
import type { Problem } from "#lib/leavers/schema.ts";
import { useImport } from "./import-context.ts";

/** Where something stands in the files, in words. */
export function usePlaceWords() {
  const text = useTranslations("leavers.import.row");
  const { detail } = useImport();
  const isOne = detail.files.length === 1;

  function rowWords(file: number, row: number): string {
    if (isOne) return text("placeAlone", { rows: String(row) });
    return text("place", { file: detail.files[file]?.name ?? "", rows: String(row) });
  }
  function cellWords({ file, row, column }: NonNullable<Problem["cell"]>): string {
    // What HR typed stands in no row.
    if (row === 0) return text("typed");
    const known = detail.files[file];
    const heading = known && !known.refused && known.columns.find(({ index }) => index === column)?.heading;
    const place = rowWords(file, row);
    return heading ? text("cell", { place, heading }) : place;
  }
  return { rowWords, cellWords };
}
