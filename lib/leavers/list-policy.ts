/** How many of the list stand on a page. */
export const leaversPage = 50;
/** Up to how many who match are counted, and changed at once. */
export const maxMatching = 10_000;
/** How many choices of a filter are offered at once. */
export const maxLeaverChoices = 50;
export const maxTags = 20;
/** How long texts may be, in characters. */
export const maxLeaverLength = {
  number: 40,
  name: 80,
  department: 120,
  title: 120,
  employment: 60,
  mail: 254,
  tag: 30,
  note: 2000,
  groundDocument: 200,
  viewName: 60,
  viewQuery: 4000,
} as const;
export const maxViews = 20;
