import type { Answer } from "#components/live/live-request.ts";
import { sendFile } from "#components/live/send-file.ts";
import type { ChatFile } from "#lib/chat/schema.ts";
import { isChatFile } from "./file-shape.ts";

/** Sends a file for a conversation up, as sendFile does. */
export function sendChatFile(
  address: string,
  file: File,
  onProgress: (part: number) => void,
  signal?: AbortSignal,
): Promise<Answer<ChatFile>> {
  const headers = { "X-File-Name": encodeURIComponent(file.name.toWellFormed()) };
  return sendFile(address, file, { isData: isChatFile, headers, onProgress, signal });
}
