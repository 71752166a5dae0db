import chat from "./chat.json" with { type: "json" };
import desk from "./desk.json" with { type: "json" };
import errors from "./errors.json" with { type: "json" };
import feed from "./feed.json" with { type: "json" };
import files from "./files.json" with { type: "json" };
import front from "./front.json" with { type: "json" };
import joining from "./joining.json" with { type: "json" };
import leavers from "./leavers.json" with { type: "json" };
import leaving from "./leaving.json" with { type: "json" };
import mail from "./mail.json" with { type: "json" };
import palette from "./palette.json" with { type: "json" };
import people from "./people.json" with { type: "json" };
import push from "./push.json" with { type: "json" };
import settings from "./settings.json" with { type: "json" };
import shell from "./shell.json" with { type: "json" };
import takeout from "./takeout.json" with { type: "json" };
import ui from "./ui.json" with { type: "json" };

export const messages = {
  chat,
  desk,
  errors,
  feed,
  files,
  front,
  joining,
  leavers,
  leaving,
  mail,
  palette,
  people,
  push,
  settings,
  shell,
  takeout,
  ui,
};
