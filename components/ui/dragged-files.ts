/** Whether files are dragged, not a text or a link of the page. */
export function carriesFiles({ dataTransfer }: Pick<DragEvent, "dataTransfer">): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}

/** The files of what is pasted or dropped; not its text, and no folders. */
export function givenFiles(given: DataTransfer | null): File[] {
  return [...(given?.items ?? [])].flatMap((item) => {
    if (item.kind !== "file" || item.webkitGetAsEntry()?.isDirectory) return [];
    return item.getAsFile() ?? [];
  });
}
