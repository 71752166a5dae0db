/** One's own profile, as one writes it and says who sees it. */
const ownProfile = [
  "ui.banner",
  "ui.conflict",
  "ui.drafts",
  "ui.month",
  "ui.progress",
  "ui.tags",
  "people.purposes",
  "people.edit",
  "people.corrections.fields",
] as const;

/**
 * Which messages a browser gets, for what is rendered there: each layout adds its set to those of the layouts around it. What a component
 * says and no set has fails a test; what a set holds for nothing weighs on whoever comes first.
 */
export const messageSets = {
  /** What every page may have to say: its errors, and that it is not there. */
  root: ["errors", "ui.*", "shell.skip", "shell.language"],

  /** Before signing in. */
  public: ["front", "ui.banner", "leaving.deletion"],

  /** Every page of a company: the frame, the palette, and what all but chat's own pages and the settings say. */
  company: [
    "ui.person",
    "ui.pile",
    "ui.time",
    "shell.*",
    "shell.nav",
    "shell.menu",
    "palette",
    "desk.title",
    "desk.keywords",
    "desk.leavers",
    "desk.import",
    "desk.purpose.page",
    "desk.invitations.page",
    "people.directory.title",
    "people.directory.keywords",
    "people.directory.introduction",
    "people.profile.page",
    "people.profile.keywords",
    "people.edit.title",
    "people.edit.keywords",
    "people.fields.page",
    "people.fields.keywords",
    "people.limits.page",
    "people.limits.keywords",
    "people.corrections.page",
    "people.corrections.keywords",
    "feed.title",
    "feed.keywords",
    "feed.introduction",
    "settings.title",
    "settings.keywords",
    "settings.unkept",
    "leaving.title",
    "leaving.keywords",
    "chat.*",
    "chat.lost",
    "chat.group.unnamed",
    "chat.here",
    "chat.new.page",
    "chat.new.keywords",
    "chat.search.title",
    "chat.search.keywords",
  ],

  chat: ["ui.banner", "chat", "files"],

  feed: ["feed"],

  directory: ["people.directory", "ui.filters", "people.filters", "people.searches", "people.purposes"],

  settings: ["ui.banner", "ui.progress", "settings", "leaving.form", "takeout.panel"],

  profile: ownProfile,

  /** Where somebody is welcomed who has just come in. */
  welcome: [...ownProfile, "people.directory.sameYear", "people.directory.together", "joining.welcome"],

  /** HR's desk. */
  desk: [
    "ui.banner",
    "ui.conflict",
    "ui.drafts",
    "desk.invitations",
    "desk.purpose",
    "desk.keeping",
    "leavers.invitation.preview",
    "leavers.invitation.statuses",
    "people.corrections",
    "people.fields",
    "people.limits",
  ],

  /** Where HR imports leavers. */
  imports: ["ui.files", "ui.progress", "ui.tags", "leavers.import"],

  /** What HR has of leavers. */
  leavers: [
    "ui.filters",
    "ui.table",
    "ui.tags",
    "leavers.invitation",
    "leavers.list",
    "leavers.record",
    "leavers.form",
  ],

  /** The components of `ui`, in all their states. */
  kit: ["ui"],
} as const satisfies Record<string, readonly string[]>;

export type MessageSet = keyof typeof messageSets;
