/** Whether files are dragged, not a text or a link of the page. */
export function carriesFiles({ dataTransfer }: Pick<DragEvent, "dataTransfer">): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}
