/** For how many days an invitation is good once its mail has gone. */
export const invitationDays = 60;
/** How many mails may follow an invitation that nobody answered, and how many days lie between two at least. */
export const maxReminders = 2;
export const reminderPauseDays = 14;
/** As many characters as a company's own texts have at most. */
export const maxInvitationLength = { subject: 120, body: 4000, name: 120, postalAddress: 300, contact: 200 };

/** What a text may hold in braces, to be filled in for each person. */
export const placeholders = [
  "name",
  "familyName",
  "company",
  "joinedYear",
  "leftYear",
  "department",
] as const;
export type Placeholder = (typeof placeholders)[number];

/** What keeps somebody from being invited. */
export const obstacles = [
  "member",
  "deceased",
  "no-mail",
  "no-days",
  "no-ground",
  "refused",
  "shared",
  "bounced",
  "recent",
] as const;
export type Obstacle = (typeof obstacles)[number];
