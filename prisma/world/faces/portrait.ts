import { features } from "./features.ts";
import { drawTraits, type Sitter, type Traits } from "./traits.ts";

/** A portrait of somebody who does not exist, as SVG of 128 × 128: parts of one family, put together by lot. */
export function portraitOf(sitter: Sitter): string {
  const traits = drawTraits(sitter);
  const { paper, style, hair, tilt, turn } = traits;
  const head = headPath(traits);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128">
<defs><clipPath id="head"><path d="${head}"/></clipPath>
<radialGradient id="light" cx="0.34" cy="0.22" r="0.95"><stop offset="0" stop-color="#fff" stop-opacity="0.5"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs>
<rect width="128" height="128" fill="${paper}"/><rect width="128" height="128" fill="url(#light)"/>
<g transform="translate(64 70) scale(1.36) translate(-64 -62)">
${style.back ? `<g transform="rotate(${tilt} 64 84)"><path d="${style.back}" fill="${hair.base}"/><path d="${style.back}" fill="#000" opacity="0.16"/></g>` : ""}
${body(traits)}
<g transform="rotate(${tilt} 64 84)">
${ears(traits)}
<path d="${head}" fill="${traits.skin.base}"/>
<g clip-path="url(#head)">${modelling(traits)}</g>
<g transform="translate(${turn * 2} 0)">${features(traits)}</g>
<path d="${style.front}" fill="${hair.base}"/>
${style.shine ? `<path d="${style.shine}" fill="none" stroke="${hair.shine}" stroke-width="2.4" stroke-linecap="round"/>` : ""}
</g></g></svg>`;
}

function headPath({ width: w, length, jaw }: Traits): string {
  const chin = 58 + length;
  const side = w * jaw;
  return `M${64 - w} 52 C${64 - w} 34 ${64 - w * 0.7} 27 64 27 C${64 + w * 0.7} 27 ${64 + w} 34 ${64 + w} 52 C${64 + w} 66 ${64 + side + 3} ${chin - 7} ${64 + side * 0.62} ${chin - 1.6} C${64 + side * 0.36} ${chin + 0.8} ${64 - side * 0.36} ${chin + 0.8} ${64 - side * 0.62} ${chin - 1.6} C${64 - side - 3} ${chin - 7} ${64 - w} 66 ${64 - w} 52 Z`;
}

function ears({ width: w, skin, earrings, style }: Traits): string {
  const ear = (side: -1 | 1) =>
    `<ellipse cx="${64 + side * (w + 0.4)}" cy="58.5" rx="3.1" ry="5.4" fill="${side === 1 ? skin.shade : skin.base}"/>` +
    (earrings && !style.back?.startsWith("M64 22")
      ? `<circle cx="${64 + side * (w + 0.8)}" cy="65.4" r="1.3" fill="#e9dcc0"/>`
      : "");
  return ear(-1) + ear(1);
}

/** Light comes from the left. */
function modelling({ skin, width: w, length, turn }: Traits): string {
  const x = 64 + w * 0.5 + turn * 3;
  return `<path d="M${x} 20 C${x + 5} 40 ${x - 4} 62 ${x - 9} ${60 + length} L100 100 L100 20 Z" fill="${skin.shade}" opacity="0.42"/>
<ellipse cx="${64 - w * 0.56 + turn * 2}" cy="69" rx="4.6" ry="3" fill="${skin.lip}" opacity="0.16"/><ellipse cx="${64 + w * 0.56 + turn * 2}" cy="69" rx="4.6" ry="3" fill="${skin.lip}" opacity="0.16"/>`;
}

function body({ skin, clothes, formal, tie, feminine, length }: Traits): string {
  const shoulder = feminine ? 30 : 36;
  const torso = `M${64 - shoulder - 12} 130 C${64 - shoulder - 10} 108 ${64 - shoulder} 102 ${64 - 12} 97 L${64 + 12} 97 C${64 + shoulder} 102 ${64 + shoulder + 10} 108 ${64 + shoulder + 12} 130 Z`;
  const half = feminine ? 8 : 9.6;
  const neck = `M${64 - half} 74 L${64 - half - 0.6} 96 C${64 - half} 104 ${64 + half} 104 ${64 + half + 0.6} 96 L${64 + half} 74 Z`;
  const shade = `M${64 - half} 80 C60 ${64 + length} 70 ${64 + length} ${64 + half} 80 L${64 + half} ${62 + length} C68 ${69 + length} 60 ${69 + length} ${64 - half} ${62 + length} Z`;
  const bare = `<path d="${neck}" fill="${skin.base}"/><path d="${shade}" fill="${skin.shade}" opacity="0.75"/>`;
  if (!formal) {
    const collar = `M${64 - half - 4} 96 C${64 - half} 108 ${64 + half} 108 ${64 + half + 4} 96`;
    return `<path d="${torso}" fill="${clothes}"/>${bare}<path d="${collar}" fill="none" stroke="${clothes}" stroke-width="5"/><path d="${collar}" fill="none" stroke="#000" stroke-opacity="0.14" stroke-width="1" transform="translate(0 2.8)"/>`;
  }
  const shirt = `M${64 - 13} 97 L64 128 L${64 + 13} 97 L${64 + half} 94 L64 104 L${64 - half} 94 Z`;
  const flaps = `M${64 - half - 1} 92 L64 105 L56 111 L${64 - half - 5} 97 Z M${64 + half + 1} 92 L64 105 L72 111 L${64 + half + 5} 97 Z`;
  const lapels = `M${64 - 15} 97 L64 130 L48 130 L${64 - 23} 101 Z M${64 + 15} 97 L64 130 L80 130 L${64 + 23} 101 Z`;
  return `<path d="${torso}" fill="${clothes}"/>${bare}<path d="${shirt}" fill="#f4f0e8"/>
${tie ? `<path d="M61 105 L67 105 L68.6 109 L66.6 111 L69.4 130 L58.6 130 L61.4 111 L59.4 109 Z" fill="${tie}"/>` : ""}
<path d="${flaps}" fill="#fbf8f2"/><path d="${flaps}" fill="none" stroke="#000" stroke-opacity="0.1" stroke-width="0.7"/>
<path d="${lapels}" fill="${clothes}"/><path d="${lapels}" fill="#000" opacity="0.12"/>`;
}
