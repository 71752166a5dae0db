const largest = 20;
const smallest = 6;
const pixels = 16;

/**
 * The box of a picture that stands alone in a message: its own proportions, not more than two to one either way, at most 20 rem
 * wide and high, and no larger than the picture is.
 */
export function pictureBox({ width, height }: { width: number | null; height: number | null }) {
  if (!width || !height) return { width: `${largest}rem`, aspectRatio: "1" };
  const ratio = Math.min(Math.max(width / height, 0.5), 2);
  const wide = Math.min(largest, largest * ratio, Math.max(width / pixels, smallest));
  return { width: `${round(wide)}rem`, aspectRatio: String(round(ratio)) };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
