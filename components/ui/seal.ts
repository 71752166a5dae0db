/** What a seal is cut like: round, square, as an old gold coin (小判), or as a leaf. */
export const sealShapes = ["round", "square", "koban", "leaf"] as const;

type Seal = { hue: number; shape: (typeof sealShapes)[number] };

// Closer than that, two hues look alike on a list.
const hueStep = 30;

/** The colour and the shape of somebody's seal: made from their id, so that it stays theirs, and namesakes have different ones. */
export function sealOf(id: string): Seal {
  const hash = spread(id);
  const [round] = sealShapes;
  return {
    hue: (hash % (360 / hueStep)) * hueStep,
    shape: sealShapes[(hash >>> 16) % sealShapes.length] ?? round,
  };
}

/** FNV-1a, mixed once more: ids that were made one after the other differ in few characters. */
function spread(id: string): number {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
