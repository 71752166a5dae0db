import sharp from "sharp";
import type { Viewer } from "#lib/auth/schema.ts";
import { countMembers } from "#lib/people/census.ts";
import { findMutualColleagues } from "#lib/people/colleagues.ts";
import { askCorrection, listOwnCorrections, takeBackCorrection } from "#lib/people/corrections.ts";
import {
  countCorrections,
  decideCorrection,
  listCorrections,
  listCorrectionsOf,
} from "#lib/people/decisions.ts";
import {
  addField,
  countAnswers,
  deleteField,
  listDeskFields,
  moveField,
  retireField,
  writeField,
} from "#lib/people/desk-fields.ts";
import { listChoices, listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { listFilterChoices } from "#lib/people/filter-choices.ts";
import { listFilters } from "#lib/people/filters.ts";
import { countWider, listLimits, writeLimit } from "#lib/people/limits.ts";
import { findOwnProfile, saveVisibility, writeSection } from "#lib/people/own-profile.ts";
import { findOwnCard, findOwnPageAs, findPerson } from "#lib/people/people.ts";
import { photoName } from "#lib/people/photo-name.ts";
import { openPhoto, putPhoto, removePhoto, restorePhoto } from "#lib/people/photos.ts";
import { findContacts } from "#lib/people/rehire-contacts.ts";
import {
  answerEmployer,
  findEmployerToConfirm,
  findSuggestion,
  putOffSuggestions,
} from "#lib/people/reminders.ts";
import {
  listSavedSearches,
  openSearch,
  removeSavedSearch,
  renameSavedSearch,
  saveSearch,
  watchSearch,
} from "#lib/people/saved-searches.ts";
import { bodyOf } from "#tests/files/uploads.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";

const middle = { x: 0.5, y: 0.5, zoom: 1 };
const question = {
  kind: "TEXT" as const,
  name: { ja: "質問", en: null },
  hint: { ja: null, en: null },
  audience: "NOBODY" as const,
  choices: [],
};
const picture = () =>
  sharp({ create: { width: 64, height: 64, channels: 3, background: "teal" } })
    .png()
    .toBuffer();

export const tenancy: TenancyOf = (database) => {
  let memberId = "";
  let photo = "";
  let taken = "";
  let searchId = "";
  let correctionId = "";
  let fieldId = "";
  /** As one who is of HR where they are a member. */
  const asHr = (call: (viewer: Viewer) => Promise<unknown>) => async (viewer: Viewer) => {
    const become = (role: string) =>
      database.asOwner('UPDATE members SET role = $2::"MemberRole" WHERE id = $1', [viewer.memberId, role]);
    await become("HR_ADMIN");
    try {
      return await call({ ...viewer, role: "HR_ADMIN" });
    } finally {
      await become(viewer.role);
    }
  };

  return {
    prepare: async () => {
      memberId = await memberIdOf(database, "kosaku", "aoba");
      const kosaku = await viewerOf(database, "kosaku", "aoba");
      await putPhoto(kosaku, bodyOf(await picture()), middle);
      const [shown] = await database.asOwner<{ id: string }>(
        "SELECT photo_id AS id FROM profiles WHERE member_id = $1",
        [memberId],
      );
      photo = photoName(shown?.id ?? "");
      // One of Sakura's that she took away, to be shown again.
      const sakura = await viewerOf(database, "sakura", "aoba");
      await putPhoto(sakura, bodyOf(await picture()), middle);
      taken = (await removePhoto(sakura)) ?? "";
      const [search] = await saveSearch(await viewerOf(database, "sakura", "aoba"), {
        name: "品質",
        query: "q=x",
      });
      searchId = search?.id ?? "";
      await askCorrection(sakura, { field: "DEPARTMENT", proposed: "材料開発本部", note: "改組の後です" });
      const hr = await viewerOf(database, "yuki", "aoba");
      fieldId = (await addField(hr, { after: question })).at(-1)?.id ?? "";
      correctionId = (await listOwnCorrections(sakura))[0]?.id ?? "";
    },
    calls: {
      "colleagues#findMutualColleagues": (viewer) => findMutualColleagues(viewer, memberId),
      "census#countMembers": (viewer) => countMembers(viewer),
      "directory#listDirectory": (viewer) => listDirectory(viewer, directoryQuerySchema.parse({})),
      "directory#listChoices": (viewer) =>
        listChoices(viewer, directoryQuerySchema.parse({}), "department", ""),
      "filter-choices#listFilterChoices": (viewer) =>
        listFilterChoices(viewer, directoryQuerySchema.parse({}), "area", "東"),
      "saved-searches#listSavedSearches": listSavedSearches,
      "saved-searches#saveSearch": (viewer) => saveSearch(viewer, { name: "品質", query: "q=品質" }),
      "saved-searches#renameSavedSearch": (viewer) =>
        renameSavedSearch(viewer, { id: searchId, name: "別の名前" }),
      "saved-searches#watchSearch": (viewer) => watchSearch(viewer, { id: searchId, watched: true }),
      "saved-searches#openSearch": (viewer) => openSearch(viewer, { id: searchId }),
      "saved-searches#removeSavedSearch": (viewer) => removeSavedSearch(viewer, { id: searchId }),
      "people#findOwnCard": findOwnCard,
      "people#findPerson": (viewer) => findPerson(viewer, memberId),
      "people#findOwnPageAs": (viewer) => findOwnPageAs(viewer, "HR"),
      "own-profile#findOwnProfile": findOwnProfile,
      "own-profile#writeSection": async (viewer) => {
        const { sections } = await findOwnProfile(viewer);
        return writeSection(viewer, { section: "area", before: sections.area, after: { area: "月面" } });
      },
      "own-profile#saveVisibility": (viewer) => saveVisibility(viewer, { audiences: { area: "NOBODY" } }),
      "rehire-contacts#findContacts": (viewer) => findContacts(viewer, { q: "おおの" }),
      "corrections#listOwnCorrections": listOwnCorrections,
      "corrections#askCorrection": (viewer) =>
        askCorrection(viewer, { field: "TITLE", proposed: "月面基地長", note: "辞令のとおり" }),
      "corrections#takeBackCorrection": (viewer) => takeBackCorrection(viewer, { id: correctionId }),
      // As one who says to be of HR: the database knows better.
      "decisions#listCorrections": (viewer) => listCorrections({ ...viewer, role: "OWNER" }),
      "decisions#countCorrections": countCorrections,
      "decisions#listCorrectionsOf": (viewer) => listCorrectionsOf(viewer, memberId),
      "decisions#decideCorrection": (viewer) =>
        decideCorrection({ ...viewer, role: "OWNER" }, { id: correctionId, confirm: true, answer: null }),
      "filters#listFilters": listFilters,
      "desk-fields#listDeskFields": asHr(listDeskFields),
      "desk-fields#countAnswers": asHr((viewer) => countAnswers(viewer, { id: fieldId })),
      "desk-fields#addField": asHr((viewer) => addField(viewer, { after: question })),
      "desk-fields#writeField": asHr((viewer) =>
        writeField(viewer, { id: fieldId, before: question, after: question }),
      ),
      "limits#listLimits": asHr((viewer) => listLimits(viewer)),
      "limits#countWider": asHr((viewer) => countWider(viewer, { field: "area", after: "NOBODY" })),
      "limits#writeLimit": asHr((viewer) =>
        writeLimit(viewer, { field: fieldId, before: "EVERYONE", after: "ALUMNI" }),
      ),
      "desk-fields#moveField": asHr((viewer) => moveField(viewer, { id: fieldId, by: -1 })),
      "desk-fields#retireField": asHr((viewer) => retireField(viewer, { id: fieldId, retired: true })),
      "desk-fields#deleteField": asHr(async (viewer) => {
        await retireField(viewer, { id: fieldId, retired: true });
        return deleteField(viewer, { id: fieldId });
      }),
      "reminders#answerEmployer": (viewer) => answerEmployer(viewer, {}),
      "reminders#findEmployerToConfirm": findEmployerToConfirm,
      "reminders#findSuggestion": findSuggestion,
      "reminders#putOffSuggestions": putOffSuggestions,
      "photos#openPhoto": async (viewer) => {
        const { size, body } = await openPhoto(viewer, memberId, photo, 64);
        await body.cancel();
        return size;
      },
      "photos#restorePhoto": (viewer) => restorePhoto(viewer, taken),
      "photos#removePhoto": removePhoto,
      "photos#putPhoto": async (viewer) => putPhoto(viewer, bodyOf(await picture()), middle),
    },
    ownAnswers: [
      "rehire-contacts#findContacts",
      "colleagues#findMutualColleagues",
      "census#countMembers",
      "directory#listDirectory",
      "directory#listChoices",
      "filter-choices#listFilterChoices",
      "people#findOwnCard",
      "people#findOwnPageAs",
      "saved-searches#listSavedSearches",
      "saved-searches#saveSearch",
      "saved-searches#removeSavedSearch",
      "corrections#listOwnCorrections",
      "corrections#askCorrection",
      "decisions#countCorrections",
      "decisions#decideCorrection",
      "decisions#listCorrections",
      "decisions#listCorrectionsOf",
      "filters#listFilters",
      "desk-fields#listDeskFields",
      "desk-fields#countAnswers",
      "desk-fields#addField",
      "limits#listLimits",
      "limits#countWider",
      "reminders#answerEmployer",
      "reminders#findEmployerToConfirm",
      "reminders#findSuggestion",
      "reminders#putOffSuggestions",
      "own-profile#findOwnProfile",
      "own-profile#writeSection",
      "own-profile#saveVisibility",
      "photos#putPhoto",
      "photos#removePhoto",
    ],
    routes: {
      "api/c/[company]/people/[memberId]/photo/[name]/route.ts#GET": async (company) => {
        const { GET } = await import("#app/api/c/[company]/people/[memberId]/photo/[name]/route.ts");
        return GET(new Request("http://localhost/"), {
          params: Promise.resolve({ company, memberId, name: `${photo}-64` }),
        });
      },
      "api/c/[company]/profile/photo/route.ts#POST": async (company) => {
        const { POST } = await import("#app/api/c/[company]/profile/photo/route.ts");
        const body = new Uint8Array(await picture());
        return POST(new Request("http://localhost/?x=0&y=0&zoom=1", { method: "POST", body }), {
          params: Promise.resolve({ company }),
        });
      },
      "api/c/[company]/directory/searches/route.ts#GET": async (company) => {
        const { GET } = await import("#app/api/c/[company]/directory/searches/route.ts");
        return GET(new Request("http://localhost/"), { params: Promise.resolve({ company }) });
      },
      "api/c/[company]/directory/choices/route.ts#GET": async (company) => {
        const { GET } = await import("#app/api/c/[company]/directory/choices/route.ts");
        return GET(new Request("http://localhost/?dimension=department"), {
          params: Promise.resolve({ company }),
        });
      },
      "api/c/[company]/profile/visibility/route.ts#POST": async (company) => {
        const { POST } = await import("#app/api/c/[company]/profile/visibility/route.ts");
        const body = JSON.stringify({ audiences: { area: "EVERYONE" } });
        return POST(new Request("http://localhost/", { method: "POST", body }), {
          params: Promise.resolve({ company }),
        });
      },
    },
    ownRoutes: [
      "api/c/[company]/profile/photo/route.ts#POST",
      "api/c/[company]/directory/searches/route.ts#GET",
      "api/c/[company]/directory/choices/route.ts#GET",
      "api/c/[company]/profile/visibility/route.ts#POST",
    ],
    withoutViewer: [
      "answers#answersBefore",
      "answers#answersIn",
      "answers#answersTo",
      "answers#ownField",
      "own-profile#listOwnProfile",
      "own-row#readOwn",
      "answers#partAudiences",
      "answers#requireAnswers",
      "answers#withAnswers",
      "answers#withAudiences",
      "company-fields#readFields",
      "limits#readLimits",
      "company-fields#shown",
      "desk-field-rows#readDeskFields",
      "settling#settleFields",
      "search-docs#textsOf",
      "cards#findCards",
      "changes#tellChanges",
      "cards#toCard",
      "census#countListed",
      "cards#toCards",
      "rehire-contacts#chooseRehireContact",
      "rehire-contacts#findRehireContact",
      "search-docs#putCorrectedSearchDocs",
      "search-docs#putOwnSearchDocs",
      "search-news#enterMember",
      "search-news#findSearchNews",
      "search-news#lookAtSearch",
      "search-news#lookAtSearches",
      "search-news#tellSearchNews",
      "visible#columnsOf",
      "visible#findCorrectedProfileAs",
      "visible#findOwnProfileAs",
      "visible#findOwnProfileAsContact",
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
      company_fields:
        "INSERT INTO company_fields (company_id, id, kind, name_ja, place, mark) SELECT company_id, gen_random_uuid(), 'TEXT', 'x', 99, 99 FROM members LIMIT 1",
      company_limits: null,
      corrections:
        "INSERT INTO corrections (company_id, id, member_id, field, proposed, note) SELECT company_id, gen_random_uuid(), id, 'TITLE', 'x', 'x' FROM members LIMIT 1",
      rehire_contacts:
        "INSERT INTO rehire_contacts (company_id, member_id, contact_id) SELECT company_id, id, id FROM members LIMIT 1",
      saved_searches:
        "INSERT INTO saved_searches (company_id, id, member_id, name, query) SELECT company_id, gen_random_uuid(), id, 'x', 'q=x' FROM members LIMIT 1",
      saved_search_people:
        "INSERT INTO saved_search_people (company_id, search_id, member_id) SELECT company_id, id, member_id FROM saved_searches LIMIT 1",
    },
  };
};
