"use client";

import { ImagePlus } from "lucide";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { useUploadFailure } from "#components/chat/files/file-facts.ts";
import { filesHref } from "#components/chat/files/file-href.ts";
import { sendChatFile } from "#components/chat/files/send-file.ts";
import { toUpload } from "#components/chat/files/upload.ts";
import { ThreadFace } from "#components/chat/threads/thread-face.tsx";
import { useThreadCommand } from "#components/chat/use-command.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { PictureDrop, usePictureField } from "#components/ui/picture-drop.tsx";
import type { Thread } from "#lib/chat/schema.ts";
import { photoTypes } from "#lib/files/policy.ts";

/** A group's picture, and how its admins choose another: the middle of any picture, as a square. */
export function GroupPicture({ thread }: { thread: Thread }) {
  const text = useTranslations("chat.group");
  const { slug } = useChatRoom();
  const { choose, remove, pending, error } = useGroupPicture(thread.id);
  const { pick, field } = usePictureField(photoTypes, choose);
  return (
    <div className="flex flex-col items-center">
      <PictureDrop onFile={choose} className="rounded-full data-over:outline-offset-2">
        <ThreadFace slug={slug} thread={thread} size="large" />
      </PictureDrop>
      <div className="mt-3 flex gap-2">
        <Button size="small" pending={pending} onClick={pick}>
          <Icon icon={ImagePlus} className="size-4" />
          {text("choosePicture")}
        </Button>
        {thread.picture && (
          <Button size="small" variant="quiet" onClick={remove}>
            {text("removePicture")}
          </Button>
        )}
      </div>
      {field}
      <InlineError>{error}</InlineError>
    </div>
  );
}

/** Sends a picture up and makes it the group's. */
function useGroupPicture(threadId: string) {
  const text = useTranslations("chat.group");
  const { slug, commands } = useChatRoom();
  const command = useThreadCommand();
  const failureText = useUploadFailure();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  function set(fileId: string | null) {
    return command.run("picture", () => commands.setGroupPictureAction(slug, { threadId, fileId }));
  }
  async function send(file: File | undefined) {
    if (!file || sending) return;
    const { failure: refused } = toUpload(file);
    setFailure(refused && failureText(refused));
    if (refused) return;
    setSending(true);
    const answer = await sendChatFile(filesHref(slug, threadId), file, () => {});
    setSending(false);
    if (!answer.ok) return setFailure(failureText(answer));
    if (!answer.data.preview) return setFailure(text("noPicture"));
    await set(answer.data.id);
  }
  return {
    choose: (file: File | undefined) => void send(file),
    remove: () => void set(null),
    pending: sending || command.pending !== null,
    error: failure ?? command.error,
  };
}
