/** Where files are given, and each of them lies: app/api/c/[company]/chat/[threadId]/files. */
export function filesHref(slug: string, threadId: string): string {
  return `/api/c/${encodeURIComponent(slug)}/chat/${encodeURIComponent(threadId)}/files`;
}

/** Where a file is to be had as it was given. */
export function fileHref(slug: string, threadId: string, fileId: string): string {
  return `${filesHref(slug, threadId)}/${encodeURIComponent(fileId)}`;
}

/** What a picture looks like: whole, or its middle as a small square. */
export function previewHref(slug: string, threadId: string, fileId: string, size?: "square"): string {
  return `${previewOf(fileHref(slug, threadId, fileId))}${size ? `?size=${size}` : ""}`;
}

/** The preview of the file that is to be had there. */
export function previewOf(href: string): string {
  return `${href}/preview`;
}
