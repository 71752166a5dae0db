/** What a person's photo is called in addresses: another name for each photo, so that it may be kept for as long as one likes. */
export function photoName(photoId: string): string {
  // The last part of an id is chance alone.
  return photoId.slice(-12);
}
