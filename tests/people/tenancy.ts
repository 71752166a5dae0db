import { countMembers } from "#lib/people/census.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { findPerson } from "#lib/people/people.ts";
import { memberIdOf } from "#tests/support/people.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";

export const tenancy: TenancyOf = (database) => {
  let memberId = "";

  return {
    prepare: async () => {
      memberId = await memberIdOf(database, "kosaku", "aoba");
    },
    calls: {
      "census#countMembers": (viewer) => countMembers(viewer),
      "directory#listDirectory": (viewer) =>
        listDirectory(viewer, { q: "", kind: undefined, after: undefined }),
      "people#findPerson": (viewer) => findPerson(viewer, memberId),
    },
    ownAnswers: ["census#countMembers", "directory#listDirectory"],
    withoutViewer: [
      "cards#findCards",
      "cards#toCard",
      "census#countListed",
      "cards#toCards",
      "search-docs#putOwnSearchDocs",
      "visible#columnsOf",
      "visible#findOwnProfileAs",
      "visible#findVisible",
    ],
    tables: {
      members: null,
      profiles: null,
      search_docs: null,
      directory_counts: null,
    },
  };
};
