"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { filesHref } from "#components/chat/files/file-href.ts";
import { sendFile } from "#components/chat/files/send-file.ts";
import { useUploadFailure } from "#components/chat/files/use-upload-failure.ts";
import { useThreadCommand } from "#components/chat/use-thread-command.ts";

/** Sends a picture up and makes it the group's. */
export function useGroupPicture(threadId: string) {
  const text = useTranslations("chat.group");
  const { slug, commands } = useChatRoom();
  const command = useThreadCommand();
  const failureText = useUploadFailure();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  function set(fileId: string | null) {
    return command.run("picture", () => commands.setGroupPictureAction(slug, { threadId, fileId }));
  }
  async function choose(file: File | undefined) {
    if (!file || sending) return;
    setFailure(null);
    setSending(true);
    const answer = await sendFile(filesHref(slug, threadId), file, () => {}, new AbortController().signal);
    setSending(false);
    if (!answer.ok) return setFailure(failureText(answer));
    if (!answer.data.preview) return setFailure(text("noPicture"));
    await set(answer.data.id);
  }
  return {
    choose,
    remove: () => set(null),
    pending: sending || command.pending !== null,
    trouble: failure ?? command.trouble,
  };
}
