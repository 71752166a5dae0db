import { maxPhotoZoom, minPhotoSide } from "#lib/files/policy.ts";
import type { Crop } from "#lib/files/schema.ts";

/** A picture's width and height in pixels, upright. */
export type Size = { width: number; height: number };

/** Its middle, as much of it as a square holds. */
export const whole: Crop = { x: 0.5, y: 0.5, zoom: 1 };

/** How far one may go into a picture: until the part is as small as one may be. */
export function maxZoomOf({ width, height }: Size): number {
  return Math.min(maxPhotoZoom, Math.max(1, Math.min(width, height) / minPhotoSide));
}

/** What of it is in sight, in pixels. */
function sideOf({ width, height }: Size, zoom: number): number {
  return Math.min(width, height) / zoom;
}

/** From where to where the middle of the part may lie, in parts of the picture's width and height. */
export function roomOf(size: Size, zoom: number): { x: number; y: number } {
  const side = sideOf(size, zoom);
  return { x: side / 2 / size.width, y: side / 2 / size.height };
}

/** The nearest to it that lies within the picture. */
export function within(size: Size, { x, y, zoom }: Crop): Crop {
  const near = Math.min(Math.max(zoom, 1), maxZoomOf(size));
  const room = roomOf(size, near);
  return { x: between(room.x, x, 1 - room.x), y: between(room.y, y, 1 - room.y), zoom: near };
}

function between(least: number, value: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** Moved by so many parts of what is in sight: to the right and down. */
export function movedBy(size: Size, crop: Crop, right: number, down: number): Crop {
  const side = sideOf(size, crop.zoom);
  return within(size, {
    ...crop,
    x: crop.x + (right * side) / size.width,
    y: crop.y + (down * side) / size.height,
  });
}

/** Enlarged by a factor; what lies at `at`, in parts of what is in sight from its middle, stays there. */
export function zoomedBy(size: Size, crop: Crop, factor: number, at = { right: 0, down: 0 }): Crop {
  const zoom = between(1, crop.zoom * factor, maxZoomOf(size));
  const shift = sideOf(size, crop.zoom) - sideOf(size, zoom);
  return within(size, {
    x: crop.x + (at.right * shift) / size.width,
    y: crop.y + (at.down * shift) / size.height,
    zoom,
  });
}

/** Where the picture lies in a square that shows this part of it, in percent of the square's side. */
export function placeOf(size: Size, { x, y, zoom }: Crop) {
  const side = sideOf(size, zoom);
  const percent = (pixels: number) => `${(pixels / side) * 100}%`;
  return {
    width: percent(size.width),
    height: percent(size.height),
    left: percent(side / 2 - x * size.width),
    top: percent(side / 2 - y * size.height),
  };
}
