"use client";

import { useEffect, useState } from "react";
import { previewOf } from "./file-href.ts";
import { FileIcon } from "./file-icon.tsx";
import type { Upload } from "./upload.ts";

/** What a file on its way looks like: a picture as this browser has it, or as the server shows it, or the icon of its kind. */
export function UploadFace({ upload, href }: { upload: Upload; href: string | null }) {
  const { source, file, type } = upload;
  const local = useObjectUrl(isPicture(type) ? source : null);
  const address = local ?? (href && file?.preview ? previewOf(href) : null);
  const [broken, setBroken] = useState(false);
  return (
    <span className="grid size-10 shrink-0 place-items-center overflow-hidden rounded-control bg-sunken">
      {address && !broken ? (
        // biome-ignore lint/performance/noImgElement: it lies in this browser, or behind an address that asks who looks.
        <img
          src={address}
          alt=""
          decoding="async"
          onError={() => setBroken(true)}
          className="size-full object-cover"
        />
      ) : (
        <FileIcon type={file?.type ?? type} className="size-6 text-ink-soft" />
      )}
    </span>
  );
}

function useObjectUrl(source: File | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!source) return;
    const made = URL.createObjectURL(source);
    setAddress(made);
    return () => {
      setAddress(null);
      URL.revokeObjectURL(made);
    };
  }, [source]);
  return address;
}

function isPicture(type: string): boolean {
  return /^image\/(jpeg|png|webp|gif|avif)$/.test(type);
}
