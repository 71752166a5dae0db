"use client";

import { ImagePlus } from "lucide";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { useOwn } from "#components/profile/own/own-context.ts";
import { SectionVisibility } from "#components/profile/own/section-visibility.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { PictureDrop, usePictureField } from "#components/ui/picture-drop.tsx";
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
  const chooseButton = useRef<HTMLButtonElement>(null);
  const choose = (file: File | undefined) => void photo.choose(file);
  const { pick, field } = usePictureField(photoTypes, choose);
  usePasted(choose);

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
  return (
    <Section title={text("title")} description={text("description", { max: maxFileSize / 1024 ** 2 })}>
      <PictureDrop onFile={choose} className="rounded-control data-over:outline-offset-8">
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
                  <Icon icon={ImagePlus} className="size-4.5" />
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
      </PictureDrop>
      {field}
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
