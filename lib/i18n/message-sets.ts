// Which messages travel to a browser, for what is rendered there: every page below a provider has its set alone. What a component says
// and its set lacks fails a test.

const everywhere = ["errors", "ui"];

/** Errors of pages, whichever they are. */
export const rootMessages = everywhere;

/** Before signing in. */
export const publicMessages = [...everywhere, "front"];

/** Every page of a company: the frame, the palette, and what all but chat's own pages and the settings say. */
export const companyMessages = [
  ...everywhere,
  "shell",
  "palette",
  "people",
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

export const chatMessages = [...companyMessages, "chat", "files"];

export const settingsMessages = [...companyMessages, "settings"];
