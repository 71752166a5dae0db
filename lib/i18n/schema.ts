/** A time zone to choose. */
export type TimeZone = {
  /** Its name in the tz database, as that spells it now. */
  value: string;
  /** The zone's name in the reader's language, and its place. */
  label: string;
  /** From UTC, at this time of the year. */
  hours: string;
  /** What else it is found by: cities and countries in both languages, earlier names. */
  words: string;
};
