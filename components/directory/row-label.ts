import { useTranslations } from "next-intl";

/** What a heading of the directory is called when it is spoken. */
export function useRowLabel(): (row: string | null) => string {
  const text = useTranslations("people.directory");
  return (row) => {
    if (row === null) return text("otherRowLabel");
    return /[A-Z]/.test(row) ? text("letterLabel", { row }) : text("rowLabel", { row });
  };
}
