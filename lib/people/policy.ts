/** How long the texts of a profile may be, in characters. */
export const maxLength = {
  familyName: 40,
  givenName: 60,
  familyNameKana: 60,
  givenNameKana: 60,
  preferredName: 60,
  formerFamilyName: 40,
  formerFamilyNameKana: 60,
  headline: 80,
  about: 2000,
  employer: 80,
  employerTitle: 80,
  industry: 60,
  work: 300,
  area: 60,
  department: 80,
  title: 80,
  note: 140,
  skill: 40,
  link: 300,
  searchName: 60,
  searchQuery: 4000,
  detail: 200,
  fieldName: 40,
  fieldHint: 140,
  fieldChoice: 60,
} as const;
/** How much a company asks of its people besides, */
export const maxFields = 20;
/** and of how much they choose. */
export const maxFieldChoices = 50;
/** The years that are taken. */
export const firstDetailYear = 1900;
export const lastDetailYear = 2100;
export const maxSkills = 30;
export const maxLinks = 5;
export const maxPositions = 12;
export const maxSavedSearches = 20;
/** Of a search that finds more people nobody is told whom it finds anew. */
export const maxWatched = 2000;
/** How much of one dimension the directory may be narrowed by, */
export const maxChosen = 10;
/** and how much of it is offered at once. */
export const maxChoices = 50;
/** Of those to whom one more field of a profile would tell something. */
export const maxCountedForSuggestions = 500;
