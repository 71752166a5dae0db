import type { Traits } from "./traits.ts";

/** Brows, eyes, nose and mouth, what age drew beside them, and what is worn or grown. */
export function features(traits: Traits): string {
  const { skin, hair, age, brow, smile, eye, feminine, glasses, beard, length, turn } = traits;
  const ink = "#2f2622";
  const y = 58.5;
  const apart = 9.4;
  const browInk = age > 62 ? hair.base : "#3a2d27";
  const lift = brow * 1.6;
  const eyes = ([-1, 1] as const)
    .map((side) => {
      const x = 64 + side * apart;
      return `<ellipse cx="${x}" cy="${y}" rx="${1.75 * eye}" ry="${2.15 * eye}" fill="${ink}"/>
<path d="M${x - 3.6} ${y - 1} Q${x} ${y - 4.1} ${x + 3.6} ${y - 0.9}" fill="none" stroke="${ink}" stroke-width="${feminine ? 1.35 : 1}" stroke-linecap="round"/>
<path d="M${x - side * 4.6} ${y - 7.4 - lift * 0.4} Q${x + side * 0.6} ${y - 9.6 - lift} ${x + side * 4.8} ${y - 7 - lift * 0.3}" fill="none" stroke="${browInk}" stroke-width="${feminine ? 1.3 : 1.9}" stroke-linecap="round" opacity="0.82"/>`;
    })
    .join("");
  const nose = `<path d="M${64 + turn * 1.4} 60.5 C${65.6 + turn * 2} 65 ${66 + turn * 2.4} 67.4 ${64.2 + turn * 1.6} 68.6" fill="none" stroke="${skin.line}" stroke-width="1.1" stroke-linecap="round" opacity="0.6"/>`;
  const m = 58 + length - 10.2;
  const w = 4.6 + smile * 1.6;
  const mouth = `<path d="M${64 - w} ${m - 0.4 - smile * 0.7} Q64 ${m + 1.4 + smile * 2.2} ${64 + w} ${m - 0.4 - smile * 0.7}" fill="none" stroke="${skin.lip}" stroke-width="1.7" stroke-linecap="round"/>`;
  const lines =
    age > 48
      ? `<path d="M55.4 ${m - 6.6} Q53.6 ${m - 3.4} 54.6 ${m - 0.6} M72.6 ${m - 6.6} Q74.4 ${m - 3.4} 73.4 ${m - 0.6}" fill="none" stroke="${skin.line}" stroke-width="0.8" stroke-linecap="round" opacity="${age > 60 ? 0.45 : 0.28}"/>`
      : "";
  return nose + lines + beardOf(beard, m, hair.base) + mouth + eyes + glassesOf(glasses, y, apart);
}

function beardOf(beard: Traits["beard"], m: number, ink: string): string {
  if (!beard) return "";
  const lip = `<path d="M57.6 ${m - 1.4} C60 ${m - 4.6} 63 ${m - 4} 64 ${m - 3.3} C65 ${m - 4} 68 ${m - 4.6} 70.4 ${m - 1.4} C67 ${m - 2.4} 61 ${m - 2.4} 57.6 ${m - 1.4} Z" fill="${ink}" opacity="0.85"/>`;
  if (beard === "moustache") return lip;
  return `${lip}<path d="M58.4 ${m + 4.4} C60 ${m + 9.6} 68 ${m + 9.6} 69.6 ${m + 4.4} C67 ${m + 3.4} 61 ${m + 3.4} 58.4 ${m + 4.4} Z" fill="${ink}" opacity="0.8"/>`;
}

function glassesOf(glasses: Traits["glasses"], y: number, apart: number): string {
  if (!glasses) return "";
  const { rx, ry, corner } = rims[glasses];
  const rim = (x: number) =>
    `<rect x="${x - rx}" y="${y + 0.4 - ry}" width="${rx * 2}" height="${ry * 2}" rx="${corner}" fill="#fff" fill-opacity="0.14" stroke="#443a35" stroke-width="1.15"/>`;
  return `${rim(64 - apart)}${rim(64 + apart)}<path d="M${64 - apart + rx} ${y - 0.8} Q64 ${y - 2.4} ${64 + apart - rx} ${y - 0.8}" fill="none" stroke="#443a35" stroke-width="1.15"/>`;
}

const rims = {
  round: { rx: 6.4, ry: 6.2, corner: 6.4 },
  oval: { rx: 6.8, ry: 5, corner: 4.6 },
  square: { rx: 6.8, ry: 5.2, corner: 1.8 },
};
