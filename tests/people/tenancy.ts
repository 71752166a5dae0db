import sharp from "sharp";
import { countMembers } from "#lib/people/census.ts";
import { findMutualColleagues } from "#lib/people/colleagues.ts";
import { listChoices, listDirectory } from "#lib/people/directory.ts";
import { findOwnProfile, saveVisibility, writeSection } from "#lib/people/own-profile.ts";
import { findOwnPageAs, findPerson } from "#lib/people/people.ts";
import { photoName } from "#lib/people/photo-name.ts";
import { openPhoto, putPhoto, removePhoto, restorePhoto } from "#lib/people/photos.ts";
import { directoryQuerySchema } from "#lib/people/schema.ts";
import { bodyOf } from "#tests/files/uploads.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";

const middle = { x: 0.5, y: 0.5, zoom: 1 };
const picture = () =>
  sharp({ create: { width: 64, height: 64, channels: 3, background: "teal" } })
    .png()
    .toBuffer();

export const tenancy: TenancyOf = (database) => {
  let memberId = "";
  let photo = "";
  let taken = "";

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
      "colleagues#findMutualColleagues",
      "census#countMembers",
      "directory#listDirectory",
      "directory#listChoices",
      "people#findOwnPageAs",
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
      "api/c/[company]/profile/visibility/route.ts#POST",
    ],
    withoutViewer: [
      "cards#findCards",
      "changes#tellChanges",
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
