"use client";

import { createContext, useContext, useState } from "react";

/** Where the photo of this name lies, as a square of so many pixels. */
type PhotoAddress = (memberId: string, photo: string, side: 64 | 128 | 256) => string;

/** Around all that shows faces by their photos' names; without it a name is an address by itself. */
export const PhotoAddressContext = createContext<PhotoAddress>((_, photo) => photo);

type FacePhotoProps = { memberId: string; photo: string; size: number };

/** A photo, over the seal: that is seen until it is there, and where it does not come. */
export function FacePhoto({ memberId, photo, size }: FacePhotoProps) {
  const address = useContext(PhotoAddressContext);
  const [small, medium, large] = ([64, 128, 256] as const).map((side) => address(memberId, photo, side));
  if (size !== 112) return <Square src={size > 32 ? medium : small} size={size} lazy />;
  return (
    <>
      {/* Where one comes from a row it is there already: the face travels whole. */}
      <Square src={medium} size={size} />
      <Square src={large} size={size} />
    </>
  );
}

type SquareProps = { src: string | undefined; size: number; lazy?: boolean };

function Square({ src, size, lazy = false }: SquareProps) {
  const [broken, setBroken] = useState<string>();
  if (broken === src) return null;
  return (
    // biome-ignore lint/performance/noImgElement: ours alone, and already small.
    <img
      src={src}
      alt=""
      width={size}
      height={size}
      loading={lazy ? "lazy" : undefined}
      // It may have failed before the page could hear of it.
      ref={(image) => {
        if (image?.complete && image.naturalWidth === 0) setBroken(src);
      }}
      onError={() => setBroken(src)}
    />
  );
}
