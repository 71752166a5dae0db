"use client";

import { ImagePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { useUploadFailure } from "#components/chat/files/file-facts.ts";
import { filesHref } from "#components/chat/files/file-href.ts";
import { sendChatFile } from "#components/chat/files/send-file.ts";
import { toUpload } from "#components/chat/files/upload.ts";
import { ThreadFace } from "#components/chat/threads/thread-face.tsx";
import { useThreadCommand } from "#components/chat/use-command.ts";
import { Button } from "#components/ui/button.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import type { Thread } from "#lib/chat/schema.ts";

/** A group's picture, and how its admins choose another: the middle of any picture, as a square. */
export function GroupPicture({ thread }: { thread: Thread }) {
  const text = useTranslations("chat.group");
  const { slug } = useChatRoom();
  const { choose, remove, pending, error } = useGroupPicture(thread.id);
  const field = useRef<HTMLInputElement>(null);
  const [dragging, setDragging] = useState(false);
  return (
    <div className="flex flex-col items-center">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a picture may also be dropped here; the button below is for every other hand. */}
      <div
        data-dragging={dragging ? "" : undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setDragging(true);
        }}
        onDragLeave={() => setDragging(false)}
        onDrop={(event) => {
          event.preventDefault();
          setDragging(false);
          void choose(event.dataTransfer.files[0]);
        }}
        className="rounded-full outline-accent-ink data-dragging:outline-2 data-dragging:outline-offset-2"
      >
        <ThreadFace slug={slug} thread={thread} size="large" />
      </div>
      <div className="mt-3 flex gap-2">
        <Button size="small" pending={pending} onClick={() => field.current?.click()}>
          <ImagePlus className="size-4" strokeWidth={1.75} aria-hidden="true" />
          {text("choosePicture")}
        </Button>
        {thread.picture && (
          <Button size="small" variant="quiet" onClick={() => void remove()}>
            {text("removePicture")}
          </Button>
        )}
      </div>
      <input
        ref={field}
        type="file"
        accept="image/*"
        tabIndex={-1}
        aria-hidden="true"
        className="hidden"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          void choose(file);
        }}
      />
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
  async function choose(file: File | undefined) {
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
    choose,
    remove: () => set(null),
    pending: sending || command.pending !== null,
    error: failure ?? command.error,
  };
}
