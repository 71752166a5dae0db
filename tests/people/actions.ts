import type { Actions } from "#tests/e2e/action-calls.ts";

/** No search has this id. */
const nobody = "00000000-0000-4000-8000-000000000000";

const question = {
  kind: "TEXT",
  name: { ja: "質問", en: null },
  hint: { ja: null, en: null },
  audience: "NOBODY",
  choices: [],
};

export const actions: Actions = {
  member: {
    findInCompanyAction: () => ({ path: "feed", args: ["aoba", { q: "たかはし" }] }),
    saveSearchAction: () => ({ path: "directory", args: ["aoba", { name: "品質", query: "q=品質" }] }),
    findContactsAction: () => ({ path: "profile", args: ["aoba", { q: "おがわ" }] }),
    // Of somebody who says what is recorded already: nothing is asked.
    askCorrectionAction: () => ({
      path: "profile",
      args: ["aoba", { field: "DEPARTMENT", proposed: "研究開発本部 材料開発部", note: "確かめました" }],
    }),
    // As it is: whoever calls writes nothing.
    writeSectionAction: () => {
      const after = { area: "千葉県" };
      return { path: "profile", args: ["aoba", { section: "area", before: after, after }] };
    },
  },
  once: {
    takeBackCorrectionAction: () => ({ path: "profile", args: ["aoba", { id: nobody }] }),
    decideCorrectionAction: () => ({
      path: "desk/corrections",
      args: ["aoba", { id: nobody, confirm: true, answer: "" }],
    }),
    // As HR may; who only is a member is refused.
    addFieldAction: () => ({ path: "desk/fields", args: ["aoba", { after: question }] }),
    writeFieldAction: () => ({
      path: "desk/fields",
      args: ["aoba", { id: nobody, before: question, after: question }],
    }),
    moveFieldAction: () => ({ path: "desk/fields", args: ["aoba", { id: nobody, by: 1 }] }),
    retireFieldAction: () => ({ path: "desk/fields", args: ["aoba", { id: nobody, retired: true }] }),
    deleteFieldAction: () => ({ path: "desk/fields", args: ["aoba", { id: nobody }] }),
    countAnswersAction: () => ({ path: "desk/fields", args: ["aoba", { id: nobody }] }),
    countWiderAction: () => ({
      path: "desk/fields/limits",
      args: ["aoba", { field: "links", after: "NOBODY" }],
    }),
    writeLimitAction: () => ({
      path: "desk/fields/limits",
      args: ["aoba", { field: "links", before: "NOBODY", after: "NOBODY" }],
    }),
    renameSearchAction: () => ({ path: "directory", args: ["aoba", { id: nobody, name: "品質" }] }),
    watchSearchAction: () => ({ path: "directory", args: ["aoba", { id: nobody, watched: true }] }),
    removeSearchAction: () => ({ path: "directory", args: ["aoba", { id: nobody }] }),
    answerEmployerAction: () => ({ path: "feed", args: ["aoba", {}] }),
    putOffSuggestionsAction: () => ({ path: "profile", args: ["aoba", {}] }),
    removePhotoAction: () => ({ path: "profile", args: ["aoba", {}] }),
    restorePhotoAction: () => ({ path: "profile", args: ["aoba", { photoId: crypto.randomUUID() }] }),
  },
};
