"use client";

import { File as FileIcon, Upload, X } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { classNames } from "./class-names.ts";
import { carriesFiles, givenFiles } from "./dragged-files.ts";
import { useFieldControl } from "./field-context.ts";
import { isAccepted, sizeText } from "./file-accept.ts";
import { Icon } from "./icon.tsx";

type FileDropProps = {
  /** The name under which a form sends the files. */
  name?: string;
  onFiles?: (files: readonly File[]) => void;
  /** As the attribute of a file field: .csv, image/*. */
  accept?: string;
  /** What `accept` means, in words. */
  kinds?: string;
  multiple?: boolean;
  maxBytes?: number;
  disabled?: boolean;
};

/** Where files are chosen or dropped: a field of the form, so that keys and screen readers know it. What does not fit is told, and not taken. */
export function FileDrop({ name, onFiles, accept, kinds = "", multiple, maxBytes, disabled }: FileDropProps) {
  const text = useTranslations("ui.files");
  const locale = useLocale();
  const ownId = useId();
  const control = { id: ownId, ...useFieldControl() };
  const field = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [over, setOver] = useState(false);
  const [told, setTold] = useState("");
  const [refused, setRefused] = useState("");

  function keep(next: readonly File[]) {
    setFiles(next);
    onFiles?.(next);
    // The field holds what is kept, so that the form sends that.
    const held = new DataTransfer();
    for (const file of next) held.items.add(file);
    if (field.current) field.current.files = held.files;
  }
  function refusalOf(file: File): string | null {
    if (!isAccepted(file, accept)) return text("wrongKind", { name: file.name, kinds });
    if (maxBytes !== undefined && file.size > maxBytes)
      return text("tooLarge", { name: file.name, size: sizeText(maxBytes, locale) });
    return null;
  }
  function take(given: readonly File[]) {
    const fitting = given.filter((file) => refusalOf(file) === null);
    const [reason = ""] = given.flatMap((file) => refusalOf(file) ?? []);
    const tooMany = !multiple && fitting.length > 1;
    setRefused(tooMany ? text("onlyOne") : reason);
    if (tooMany || fitting.length === 0) return keep(files);
    keep(multiple ? [...files, ...fitting.filter((file) => !files.some(sameAs(file)))] : fitting);
    setTold(text("added", { count: fitting.length }));
  }
  function remove(file: File) {
    keep(files.filter((one) => one !== file));
    setTold(text("removed", { name: file.name }));
    field.current?.focus();
  }

  // They may have been chosen before there was anybody to hear of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it is there.
  useEffect(() => {
    const chosen = field.current?.files;
    if (chosen && chosen.length > 0) take([...chosen]);
  }, []);

  return (
    <div className="grid gap-2">
      <label
        htmlFor={control.id}
        data-over={over ? "" : undefined}
        onDragOver={(event) => {
          if (disabled || !carriesFiles(event)) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          setOver(false);
          if (disabled || !carriesFiles(event)) return;
          event.preventDefault();
          take(givenFiles(event.dataTransfer));
        }}
        className={classNames(
          "relative flex min-h-24 flex-col items-center justify-center gap-1 rounded-card border-2 border-dashed border-line bg-surface p-4 text-center text-sm transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-ink has-aria-invalid:border-wrong data-over:border-accent-ink data-over:bg-accent-soft",
          disabled ? "opacity-55" : "hover:bg-sunken",
        )}
      >
        <Icon icon={Upload} className="size-5 text-ink-soft" />
        <span className="font-semibold text-accent-ink">{text("choose")}</span>
        <span className="text-xs text-ink-soft">{text(over ? "dropNow" : "drop")}</span>
        <input
          {...control}
          ref={field}
          type="file"
          name={name}
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          onChange={({ currentTarget }) => take([...(currentTarget.files ?? [])])}
          className="sr-only"
        />
      </label>
      <p role="alert" className="text-sm text-wrong empty:hidden">
        {refused}
      </p>
      <p role="status" className="sr-only">
        {told}
      </p>
      {files.length > 0 && (
        // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role when list-style is none.
        <ul role="list" aria-label={text("chosen")} className="grid gap-1">
          {files.map((file) => (
            <li
              key={`${file.name} ${file.size} ${file.lastModified}`}
              className="flex items-center gap-3 rounded-control bg-sunken py-1 ps-3 pe-1 text-sm"
            >
              <Icon icon={FileIcon} className="size-4.5 shrink-0 text-ink-soft" />
              <span className="min-w-0 flex-1 truncate">{file.name}</span>
              <span className="shrink-0 text-xs text-ink-soft tabular-nums">
                {sizeText(file.size, locale)}
              </span>
              <button
                type="button"
                aria-label={text("remove", { name: file.name })}
                onClick={() => remove(file)}
                className="grid size-8 shrink-0 place-items-center rounded-control text-ink-soft hover:bg-hairline hover:text-ink"
              >
                <Icon icon={X} className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function sameAs({ name, size, lastModified }: File) {
  return (other: File) => other.name === name && other.size === size && other.lastModified === lastModified;
}
