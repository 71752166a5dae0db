import type { Actions } from "#tests/e2e/action-calls.ts";

export const actions: Actions = {
  member: {
    findInCompanyAction: () => ({ path: "feed", args: ["aoba", { q: "たかはし" }] }),
    // As it is: whoever calls writes nothing.
    writeSectionAction: () => {
      const after = { area: "千葉県" };
      return { path: "profile", args: ["aoba", { section: "area", before: after, after }] };
    },
  },
  once: {
    removePhotoAction: () => ({ path: "profile", args: ["aoba", {}] }),
    restorePhotoAction: () => ({ path: "profile", args: ["aoba", { photoId: crypto.randomUUID() }] }),
  },
};
