/** The files of what is pasted or dropped; not its text, and no folders. */
export function givenFiles(given: DataTransfer | null): File[] {
  return [...(given?.items ?? [])].flatMap((item) => {
    if (item.kind !== "file" || item.webkitGetAsEntry()?.isDirectory) return [];
    return item.getAsFile() ?? [];
  });
}

/** The files that are pasted; none where there is text too, as Word and Excel bring a picture of it along. */
export function pastedFiles({ clipboardData }: { clipboardData: DataTransfer | null }): File[] {
  return clipboardData?.types.includes("text/plain") ? [] : givenFiles(clipboardData);
}
