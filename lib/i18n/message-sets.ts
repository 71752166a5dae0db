// Which messages travel to a browser, for what is rendered there: each layout adds its set to those of the layouts around it. What a
// component says and no set has fails a test; what a set holds for nothing weighs on every page.

/** What every page may have to say: its errors, and that it is not there. */
export const rootMessages = ["errors", "ui.*", "shell.skip", "shell.language"];

/** Before signing in. */
export const publicMessages = ["front", "ui.banner", "leaving.deletion"];

/** Every page of a company: the frame, the palette, and what all but chat's own pages and the settings say. */
export const companyMessages = [
  "ui.person",
  "ui.pile",
  "ui.time",
  "shell.*",
  "shell.nav",
  "shell.menu",
  "palette",
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
];

export const chatMessages = ["ui.banner", "chat", "files"];

export const feedMessages = ["feed"];

export const directoryMessages = [
  "people.directory",
  "ui.filters",
  "people.filters",
  "people.searches",
  "people.purposes",
];

export const settingsMessages = ["ui.banner", "ui.progress", "settings", "leaving.form", "takeout.panel"];

/** One's own profile, as one writes it and says who sees it. */
export const profileMessages = [
  "ui.banner",
  "ui.drafts",
  "ui.month",
  "ui.progress",
  "ui.tags",
  "people.purposes",
  "people.edit",
  "people.corrections.fields",
];

/** HR's desk. */
export const deskMessages = [
  "ui.banner",
  "ui.drafts",
  "people.corrections",
  "people.fields",
  "people.limits",
];

/** The components of `ui`, in all their states. */
export const kitMessages = ["ui"];
