/** The kind of the tasks that read imports, and write them. */
export const taskKind = "leaver-import";
