import { countMembers } from "#lib/people/census.ts";
import { findMutualColleagues } from "#lib/people/colleagues.ts";
import { listChoices, listDirectory } from "#lib/people/directory.ts";
import { findOwnProfile, saveVisibility, writeSection } from "#lib/people/own-profile.ts";
import { findOwnPageAs, findPerson } from "#lib/people/people.ts";
import { directoryQuerySchema } from "#lib/people/schema.ts";
import { memberIdOf } from "#tests/support/people.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";

export const tenancy: TenancyOf = (database) => {
  let memberId = "";

  return {
    prepare: async () => {
      memberId = await memberIdOf(database, "kosaku", "aoba");
    },
    calls: {
      "colleagues#findMutualColleagues": (viewer) => findMutualColleagues(viewer, memberId),
      "census#countMembers": (viewer) => countMembers(viewer),
      "directory#listDirectory": (viewer) => listDirectory(viewer, directoryQuerySchema.parse({})),
      "directory#listChoices": (viewer) =>
        listChoices(viewer, directoryQuerySchema.parse({}), "department", ""),
      "people#findPerson": (viewer) => findPerson(viewer, memberId),
      "people#findOwnPageAs": (viewer) => findOwnPageAs(viewer, "HR"),
      "own-profile#findOwnProfile": findOwnProfile,
      "own-profile#writeSection": async (viewer) => {
        const { sections } = await findOwnProfile(viewer);
        return writeSection(viewer, { section: "area", before: sections.area, after: { area: "月面" } });
      },
      "own-profile#saveVisibility": (viewer) => saveVisibility(viewer, { audiences: { area: "NOBODY" } }),
    },
    ownAnswers: [
      "colleagues#findMutualColleagues",
      "census#countMembers",
      "directory#listDirectory",
      "directory#listChoices",
      "people#findOwnPageAs",
      "own-profile#findOwnProfile",
      "own-profile#writeSection",
      "own-profile#saveVisibility",
    ],
    routes: {
      "api/c/[company]/profile/visibility/route.ts#POST": async (company) => {
        const { POST } = await import("#app/api/c/[company]/profile/visibility/route.ts");
        const body = JSON.stringify({ audiences: { area: "EVERYONE" } });
        return POST(new Request("http://localhost/", { method: "POST", body }), {
          params: Promise.resolve({ company }),
        });
      },
    },
    ownRoutes: ["api/c/[company]/profile/visibility/route.ts#POST"],
    withoutViewer: [
      "cards#findCards",
      "cards#toCard",
      "census#countListed",
      "cards#toCards",
      "search-docs#putOwnSearchDocs",
      "visible#columnsOf",
      "visible#findOwnProfileAs",
      "visible#findReachable",
      "visible#findOwnCareer",
      "visible#findVisible",
    ],
    tables: {
      members: null,
      profiles: null,
      search_docs: null,
      directory_counts: null,
      facet_counts: null,
    },
  };
};
