"use client";

import { ImagePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { useOwn } from "#components/profile/own/own-context.ts";
import { SectionVisibility } from "#components/profile/own/section-visibility.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { carriesFiles, givenFiles } from "#components/ui/dragged-files.ts";
import { InlineError } from "#components/ui/inline-error.tsx";
import { Section } from "#components/ui/section.tsx";
import { Toast } from "#components/ui/toast.tsx";
import { latePart, usePart } from "#components/ui/use-part.ts";
import { maxFileSize, photoTypes } from "#lib/files/policy.ts";
import { usePhotoFailure } from "./photo-failure.ts";
import { usePasted } from "./use-pasted.ts";
import { usePhoto } from "./use-photo.ts";

const cropper = latePart(() => import("./photo-cropper.tsx"));

/** One's own photo: chosen from the device, dropped or pasted, and then which part of it is shown. */
export function PhotoSection() {
  const text = useTranslations("people.edit.photo");
  const { company, viewer, profile, face } = useOwn();
  const photo = usePhoto();
  const { draft, failure, saving } = photo;
  const part = usePart(cropper, draft !== null, { whenIdle: false });
  const describe = usePhotoFailure();
  const field = useRef<HTMLInputElement>(null);
  const chooseButton = useRef<HTMLButtonElement>(null);
  const [over, setOver] = useState(false);
  usePasted((file) => void photo.choose(file));

  const isOpen = draft !== null;
  const wasOpen = useRef(false);
  useEffect(() => {
    // The button that was pressed went with the cropper.
    if (wasOpen.current && !isOpen) chooseButton.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  function remove() {
    chooseButton.current?.focus();
    void photo.remove();
  }
  const pick = () => field.current?.click();
  return (
    <Section title={text("title")} description={text("description", { max: maxFileSize / 1024 ** 2 })}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a picture may also be dropped here; the button is for every other hand. */}
      <div
        data-over={over ? "" : undefined}
        onDragOver={(event) => {
          if (!carriesFiles(event)) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void photo.choose(givenFiles(event.dataTransfer)[0]);
        }}
        className="rounded-control outline-accent-ink data-over:outline-2 data-over:outline-offset-8"
      >
        {draft ? (
          part ? (
            <part.PhotoCropper
              draft={draft}
              onCrop={photo.crop}
              onSave={() => void photo.save()}
              onCancel={photo.cancel}
              onChooseAnother={pick}
            />
          ) : (
            <p role="status" className="text-sm text-ink-soft">
              {text("opening")}
            </p>
          )
        ) : (
          <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
            <Avatar person={{ ...face, memberId: viewer.memberId, photo: profile.photo }} size={112} />
            <div className="min-w-0 flex-1 basis-56">
              <div className="flex flex-wrap gap-2">
                <Button ref={chooseButton} onClick={pick}>
                  <ImagePlus className="size-4.5" strokeWidth={1.75} aria-hidden="true" />
                  {text(profile.photo ? "change" : "choose")}
                </Button>
                {profile.photo && (
                  <Button variant="quiet" pending={saving === "saving"} onClick={remove}>
                    {text("remove")}
                  </Button>
                )}
              </div>
              <p className="mt-2 text-sm text-ink-soft">{text(profile.photo ? "waysWith" : "ways")}</p>
            </div>
          </div>
        )}
      </div>
      <input
        ref={field}
        type="file"
        accept={photoTypes}
        tabIndex={-1}
        aria-hidden="true"
        className="hidden"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          void photo.choose(file);
        }}
      />
      <InlineError>{failure && describe(failure)}</InlineError>
      <div className="mt-3 has-[p:empty]:absolute">
        <SavedMark saving={saving} />
      </div>
      <Toast onOver={photo.forget} onUndo={() => void photo.undo()}>
        {photo.removed ? text("removed") : ""}
      </Toast>
      <SectionVisibility company={company} fields={["photo"]} />
    </Section>
  );
}
