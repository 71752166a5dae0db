"use client";

import { RotateCw, X } from "lucide";
import { useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import { useFileFacts, useUploadFailure } from "./file-facts.ts";
import { mayRetry, type Upload } from "./upload.ts";
import { UploadFace } from "./upload-face.tsx";

type UploadRowProps = { upload: Upload; href: string | null; onCancel: () => void; onRetry: () => void };

/** One file on its way into a message. */
export function UploadRow({ upload, href, onCancel, onRetry }: UploadRowProps) {
  const text = useTranslations("files");
  const { name, state } = upload;
  return (
    <li
      className={classNames(
        "relative flex min-h-13 items-center gap-2 overflow-hidden rounded-control border bg-surface py-1 ps-1 pe-1",
        state === "failed" ? "border-wrong" : "border-hairline",
      )}
    >
      <UploadFace upload={upload} href={href} />
      <div className="min-w-0 flex-1">
        <p className="truncate text-xs leading-snug">{name}</p>
        <UploadNote upload={upload} />
      </div>
      <div className="flex shrink-0">
        {mayRetry(upload) && (
          <button type="button" aria-label={text("retry", { name })} onClick={onRetry} className={button}>
            <Icon icon={RotateCw} className="size-4" />
          </button>
        )}
        <button type="button" aria-label={text("remove", { name })} onClick={onCancel} className={button}>
          <Icon icon={X} className="size-4" />
        </button>
      </div>
      <UploadBar upload={upload} />
    </li>
  );
}

const button = "grid size-9 place-items-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink";

function UploadNote({ upload }: { upload: Upload }) {
  const text = useTranslations("files");
  const facts = useFileFacts();
  const say = useUploadFailure();
  const { state, failure, file } = upload;
  if (failure)
    return (
      <p role="alert" className="text-xs leading-snug text-wrong">
        {say(failure)}
      </p>
    );
  const note = {
    queued: "queued",
    uploading: null,
    checking: "checking",
    ready: null,
    failed: null,
  } as const;
  const words = note[state];
  return (
    <p className="truncate text-xs leading-snug text-ink-soft">
      {words ? text(words) : facts(file ?? upload)}
      {state === "ready" && <span className="sr-only">{` ${text("ready")}`}</span>}
    </p>
  );
}

function UploadBar({ upload: { name, state, progress } }: { upload: Upload }) {
  const text = useTranslations("files");
  if (state !== "uploading" && state !== "checking") return null;
  return (
    <div
      role="progressbar"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(progress * 100)}
      aria-valuetext={state === "checking" ? text("checking") : text("uploading", { percent: progress })}
      className="absolute inset-x-0 bottom-0 h-0.5 bg-hairline"
    >
      <div
        style={{ width: `${progress * 100}%` }}
        className={classNames(
          "h-full bg-accent-fill transition-[width]",
          state === "checking" && "animate-breathe",
        )}
      />
    </div>
  );
}
