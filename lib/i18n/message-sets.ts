// Which messages travel to a browser, for what is rendered there: every page below a provider has its set alone. What a component says
// and its set lacks fails a test; what a set holds for nothing weighs on every page.

/** What every page may have to say. */
const everywhere = ["errors", "ui.*"];

/** What is said before signing in, and of a page that is not there. */
const frontDoor = [...everywhere, "shell.skip", "shell.language"];

/** Errors of pages, whichever they are. */
export const rootMessages = frontDoor;

/** Before signing in. */
export const publicMessages = [...frontDoor, "front", "ui.banner"];

/** Every page of a company: the frame, the palette, and what all but chat's own pages and the settings say. */
export const companyMessages = [
  ...everywhere,
  "ui.person",
  "ui.time",
  "shell.*",
  "shell.nav",
  "shell.menu",
  "palette",
  "people.directory",
  "people.profile.page",
  "people.profile.keywords",
  "feed",
  "settings.title",
  "settings.keywords",
  "settings.unkept",
  "chat.*",
  "chat.lost",
  "chat.group.unnamed",
  "chat.here",
  "chat.new.page",
  "chat.new.keywords",
  "chat.search.title",
  "chat.search.keywords",
];

export const chatMessages = [...companyMessages, "ui.banner", "chat", "files"];

export const settingsMessages = [...companyMessages, "ui.banner", "settings"];

/** The components of `ui`, in all their states. */
export const kitMessages = [...rootMessages, "ui"];
