import { useTranslations } from "next-intl";
import type { TypedLeaver } from "#lib/leavers/record-input.ts";

/** What a field holds, as one reads it. */
export function useLeaverWords(): (field: keyof TypedLeaver, typed: TypedLeaver) => string {
  const text = useTranslations("leavers.form");
  return (field, typed) => {
    if (field === "deceased") return text(typed.deceased ? "isDeceased" : "isNotDeceased");
    if (field === "ground") return typed.ground ? text(`grounds.${typed.ground}`) : text("noGround");
    const value = typed[field];
    return (typeof value === "string" ? value : value.join(text("comma"))) || text("nothing");
  };
}
