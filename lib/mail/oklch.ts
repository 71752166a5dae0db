/** A colour of OKLCH as #rrggbb, clipped to what sRGB has. `lightness` from 0 to 1, `hue` in degrees. */
export function hexOf(lightness: number, chroma: number, hue: number): string {
  return `#${linearOf(lightness, chroma, hue).map(byteOf).join("")}`;
}

/** Its red, green and blue in linear sRGB, each from 0 to 1 (Björn Ottosson's matrices). */
export function linearOf(lightness: number, chroma: number, hue: number): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const clip = (value: number) => Math.min(1, Math.max(0, value));

function byteOf(linear: number): string {
  const encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255)
    .toString(16)
    .padStart(2, "0");
}
