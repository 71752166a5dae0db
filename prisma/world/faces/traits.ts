import { makeChance } from "#prisma/world/chance.ts";
import { hairStyles } from "./hair.ts";

/** Whom a face is drawn of. */
export type Sitter = {
  /** Leads the hand: the same face each time. */
  seed: string;
  /** Years, about. */
  age: number;
  feminine: boolean;
  /** Someone of a Japanese company. */
  japanese: boolean;
};

export type Traits = ReturnType<typeof drawTraits>;

const skins = {
  light: { base: "#f1d3b8", shade: "#dcb394", line: "#a8745a", lip: "#b9675a" },
  warm: { base: "#eac4a2", shade: "#d2a27e", line: "#98664a", lip: "#ad5f50" },
  tan: { base: "#d9a981", shade: "#bd8a63", line: "#805039", lip: "#9c5446" },
  brown: { base: "#a9744f", shade: "#8d5c3c", line: "#5b3823", lip: "#7d4236" },
  deep: { base: "#7a5038", shade: "#633f2b", line: "#3d2518", lip: "#5f3029" },
};
const hairs = {
  ink: { base: "#2b2624", shine: "#46403c" },
  umber: { base: "#3d2d25", shine: "#5b453a" },
  chestnut: { base: "#5e3f2c", shine: "#7d573f" },
  sand: { base: "#a67f4f", shine: "#c09a69" },
  copper: { base: "#8c4a2a", shine: "#a9643f" },
  iron: { base: "#6f6a66", shine: "#8b8580" },
  silver: { base: "#b3aea7", shine: "#cbc6bf" },
};
const jackets = ["#3a4253", "#4a4a4d", "#54504a", "#35433f", "#5a4b43", "#46506a", "#efece5"];
const knits = ["#7d8b76", "#8f6b58", "#6b7890", "#c08b5c", "#a7a08f", "#5f6f68", "#b4785f", "#87829a"];
const blouses = ["#f2eee6", "#e7d9c9", "#cbd5d2", "#dcc3b8", "#d7d3e0"];
const papers = ["#efe4d3", "#e8dac6", "#e2ddcd", "#ecdacb", "#d9dfd1", "#dfdbd6", "#f0e0c6", "#d8dcdf"];

/** What somebody looks like: drawn by lot, within what their age and kind make likely. */
export function drawTraits({ seed, age, feminine, japanese }: Sitter) {
  const chance = makeChance(`face of ${seed}`);
  const pick = chance.pick;
  const skin = japanese
    ? pick([skins.light, skins.light, skins.warm, skins.warm, skins.tan])
    : pick(Object.values(skins));
  const dark = skin === skins.brown || skin === skins.deep;
  const young = japanese || dark ? [hairs.ink, hairs.ink, hairs.umber] : Object.values(hairs).slice(1, 5);
  const grey = chance.number() * 24 + 46 < age;
  const hair = grey ? pick(age > 62 ? [hairs.silver, hairs.iron] : [hairs.iron]) : pick(young);
  const style = pick(hairStyles.filter((one) => fits(one, feminine, age)));
  const formal = chance.likely(feminine ? 0.4 : 0.55);
  return {
    skin,
    hair,
    style,
    paper: pick(papers),
    clothes: formal ? pick(jackets) : pick(feminine ? [...knits, ...blouses] : knits),
    formal,
    tie:
      formal && !feminine && chance.likely(0.55) ? pick(["#7c3f35", "#3f5168", "#5c6650", "#85693d"]) : null,
    glasses: chance.likely(age > 50 ? 0.5 : 0.3) ? pick(["round", "oval", "square"] as const) : null,
    beard: !feminine && chance.likely(age > 40 ? 0.2 : 0.06) ? pick(["moustache", "short"] as const) : null,
    earrings: feminine && chance.likely(0.35),
    age,
    feminine,
    /** How wide the face is, how long, and how round its chin. */
    width: 20.4 + chance.number() * 2.6 + (feminine ? -0.6 : 0.6),
    length: 27 + chance.number() * 3,
    jaw: 0.5 + chance.number() * 0.24 + (feminine ? 0 : 0.1),
    brow: chance.number(),
    smile: chance.number(),
    /** Where it turns to, from −1 to 1. */
    turn: chance.number() * 2 - 1,
    tilt: (chance.number() * 2 - 1) * 3.5,
    eye: 0.9 + chance.number() * 0.25,
  };
}

function fits({ worn, from, until }: (typeof hairStyles)[number], feminine: boolean, age: number): boolean {
  return (worn === "both" || (worn === "feminine") === feminine) && age >= from && age <= until;
}
