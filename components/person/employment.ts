/** A day (YYYY-MM-DD) as the month that people remember: 2021年4月, April 2021. */
export function monthText(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" }).format(
    new Date(day),
  );
}

/** From year to year: 2008–2021; 2008– for somebody who is still there; 2021 when both are one; nothing where it is not known. */
export function yearSpan(joinedOn: string | null, leftOn: string | null): string {
  if (!joinedOn) return "";
  const from = joinedOn.slice(0, 4);
  const until = leftOn?.slice(0, 4);
  return until === from ? from : `${from}–${until ?? ""}`;
}
