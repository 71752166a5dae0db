import type { TenancyOf } from "#tests/tenancy/lists.ts";

/** No domain: it keeps the bytes of whose file the calling domain says it is, and looks at no viewer. */
export const tenancy: TenancyOf = () => ({
  calls: {},
  ownAnswers: [],
  withoutViewer: [
    "answers#answerBytes",
    "decoding#inTurn",
    "decoding#isDiskError",
    "decoding#pictureAt",
    "files#openBytes",
    "files#openLook",
    "files#removeBytes",
    "files#takeFile",
    "headers#downloadHeaders",
    "headers#lastingHeaders",
    "headers#previewHeaders",
    "incoming#clearIncoming",
    "incoming#receive",
    "incoming#withIncoming",
    "photo-squares#cutSquares",
    "photo-squares#refuse",
    "photos#openSquare",
    "photos#sideOf",
    "photos#takePhoto",
    "previews#cropSquare",
    "previews#makePreview",
    "purge#purgeFiles",
    "scan#requireClean",
    "store#fileStore",
    "store#folderStore",
    "store#unlessMissing",
    "types#sniffType",
  ],
  tables: {
    files: `INSERT INTO files (company_id, id, domain, uploader_id, name, type, size)
      SELECT company_id, gen_random_uuid(), 'CHAT', id, 'x', 'text/plain', 1 FROM members LIMIT 1`,
  },
});
