import "server-only";
import { account, sessions } from "./parts/account.ts";
import { conversations, messages, reactions } from "./parts/chat.ts";
import { blocks, preferences } from "./parts/choices.ts";
import { feedLines, okaeriGiven, okaeriReceived } from "./parts/feed.ts";
import { files } from "./parts/files.ts";
import { looks } from "./parts/looks.ts";
import { corrections, membership } from "./parts/membership.ts";
import { answers, positions, profile, savedSearches } from "./parts/profile.ts";
import { invitations, record } from "./parts/record.ts";
import { notifications, tasks } from "./parts/work.ts";

/**
 * All that a takeout holds, in its order. A further part is a `Part` in this list, what README.txt says of it (`takeout.parts` in both
 * languages), and its tables in tests/takeout/tables.ts.
 */
export const parts = [
  account,
  sessions,
  membership,
  corrections,
  record,
  invitations,
  looks,
  profile,
  answers,
  positions,
  savedSearches,
  feedLines,
  okaeriGiven,
  okaeriReceived,
  conversations,
  messages,
  reactions,
  files,
  blocks,
  preferences,
  notifications,
  tasks,
] as const;
