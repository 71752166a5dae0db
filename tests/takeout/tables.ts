/** Of every table in which something of a member or an account stands: the parts of a takeout that hold it, */
export const exported: Record<string, readonly string[]> = {
  users: ["account"],
  sessions: ["sessions"],
  push_subscriptions: ["sessions"],
  members: ["membership"],
  feed_marks: ["membership"],
  profiles: ["profile", "answers", "positions", "membership"],
  rehire_contacts: ["profile"],
  audit_entries: ["looks"],
  corrections: ["corrections"],
  leavers: ["record"],
  invitation_mails: ["invitations"],
  saved_searches: ["savedSearches"],
  feed_events: ["feedLines"],
  feed_reactions: ["okaeriGiven", "okaeriReceived"],
  chat_participants: ["conversations"],
  chat_places: ["conversations"],
  chat_messages: ["messages"],
  chat_reactions: ["reactions"],
  files: ["files"],
  chat_blocks: ["blocks"],
  chat_preferences: ["preferences"],
  notifications: ["notifications"],
  long_work: ["tasks"],
};

/** why it holds none of the others, */
export const reasons: Record<string, string> = {
  takeouts: "the takeout itself",
  search_docs: "made of the profile alone, for searching",
  saved_search_people: "whom a search found is about them, and who found the member is not theirs to know",
  leaver_import_rows: "HR's files of leavers, who are no members",
  leaver_import_changes: "what an import did to HR's records of them",
  invitations: "how the mails stand that are taken out, and by when one had to come",
  invitation_links: "hashes, gone after half a year",
  sign_ins: "hashes, gone after a day; README.txt says so",
  mails: "copies of what is in the mailbox, with links and codes that open the account; README.txt says so",
};

/** and why some values of enums that stand in the former are never in one. */
export const unheld: Record<string, Record<string, string>> = {
  MemberStatus: {
    INVITED: "nobody is here yet who could take anything out",
    SUSPENDED: "nobody is here who could",
    LEFT: "nobody is here any more",
  },
  ParticipantState: {
    DECLINED: "its row is not the member's to read",
    BARRED: "nor is that somebody blocked them",
    LEFT: "they are not in it any more",
  },
  FileDomain: { TAKEOUT: "the takeout itself" },
  ReactionKind: { OKAERI: "there is one kind, and a part is named after it" },
  ChatMessageKind: { TEXT: "nothing else is taken out", NOTICE: "nobody wrote it" },
  AuditAction: { LOOKED: "there is one kind, and a part is named after it" },
};
