import { normalise } from "./normalise.ts";
import { romajiNames, toRomaji } from "./romaji.ts";
import { isRomaji, soundOf, toHepburn } from "./sounds.ts";

/** The names of a person as a page has them. */
type Named = { displayName: string; kana: string | null; formerName: string | null; otherName?: string };

/**
 * Those of these people a name of whom begins as it was typed, folded as the directory's search folds: first those whose surname does, then
 * those whose given name does, each in the order in which they came. Where nobody's does, those whose name begins so by its sound.
 */
export function matchBeginnings<Person extends Named>(people: readonly Person[], typed: string): Person[] {
  const asked = spellingsOf(typed.replace(separators, ""));
  const begins = (names: string[]) =>
    names.some((name) => asked.some((spelling) => name.startsWith(spelling)));
  const known = people.map((person) => ({ person, names: namesOf(person) }));
  const bySurname = known.filter(({ names }) => begins(names.surnameFirst));
  const byGiven = known.filter((one) => !bySurname.includes(one) && begins(one.names.givenFirst));
  if (bySurname.length + byGiven.length > 0) return [...bySurname, ...byGiven].map(({ person }) => person);
  const sound = soundOf(asked[0] ?? "");
  return sound ? people.filter((person) => soundsOf(person).some((name) => name.startsWith(sound))) : [];
}

/** Those of these people whose names hold every word that was typed; where nobody's do, those whose names hold them by their sound. */
export function matchWords<Person extends Named>(people: readonly Person[], typed: string): Person[] {
  const words = typed.split(separators).filter(Boolean).map(spellingsOf);
  const found = people.filter((person) => {
    const { surnameFirst, givenFirst } = namesOf(person);
    const known = [...surnameFirst, ...givenFirst];
    return words.every((spellings) => spellings.some((word) => known.some((name) => name.includes(word))));
  });
  if (found.length > 0) return found;
  const sounds = words.map(([word = ""]) => soundOf(word));
  if (sounds.includes(null)) return [];
  return people.filter((person) =>
    sounds.every((sound) => soundsOf(person).some((name) => name.includes(sound ?? ""))),
  );
}

const separators = /[\s,，、､]+/g;

/** What was typed, folded; letters in Hepburn as well, kana in letters for names that are written in them. */
function spellingsOf(typed: string): string[] {
  const folded = normalise(typed).replaceAll(" ", "");
  return [...new Set([folded, isRomaji(folded) ? toHepburn(folded) : toRomaji(folded)])];
}

type Names = { surnameFirst: string[]; givenFirst: string[] };

/** All that a person is called, folded and without spaces. */
function namesOf(person: Named): Names {
  const { displayName, kana, formerName, otherName = "" } = person;
  const words = displayName.split(/\s+/);
  const [first = "", ...rest] = words;
  // Of a Latin name, any word behind the given one may be the surname.
  const names = isJapanese.test(displayName)
    ? { surnameFirst: [displayName], givenFirst: [rest.join(""), otherName] }
    : {
        surnameFirst: rest.map((_, index) => rest.slice(index).join("") + first),
        givenFirst: [displayName, otherName],
      };
  const read = kana ? readNames(kana) : { surnameFirst: [], givenFirst: [] };
  const former = formerName ? [`${formerName}${isJapanese.test(displayName) ? rest.join("") : first}`] : [];
  return {
    surnameFirst: [...names.surnameFirst, ...former, ...read.surnameFirst].map(fold).filter(Boolean),
    givenFirst: [...names.givenFirst, ...read.givenFirst].map(fold).filter(Boolean),
  };
}

function readNames(kana: string): Names {
  const [family = "", given = ""] = kana.split(/\s+/);
  const romaji = romajiNames(family, given);
  return {
    surnameFirst: [kana, ...romaji.map((name) => name.family + name.given)],
    givenFirst: [given, ...romaji.map((name) => name.given + name.family)],
  };
}

function soundsOf({ displayName, kana }: Named): string[] {
  const [first = "", last = ""] = (kana ?? displayName)
    .split(/\s+/)
    .map((word) => soundOf(normalise(word)) ?? "");
  return [first + last, last + first];
}

const isJapanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function fold(name: string): string {
  return normalise(name).replaceAll(" ", "");
}
