import { describe, expect, test } from "vitest";
import { nameVariants } from "#lib/people/name-variants.ts";
import { normalise, queryTerms, type SearchFields, searchDoc } from "#lib/people/search-text.ts";

describe("normalise", () => {
  test.each([
    ["ﾀｶﾊｼ", "たかはし"],
    ["タカハシ", "たかはし"],
    ["ｔａｋａ", "taka"],
    ["Takahashi", "takahashi"],
    ["髙橋", "高橋"],
    ["山﨑", "山崎"],
    ["濵邉", "浜辺"],
    ["渡邊", "渡辺"],
    ["齋藤 齊藤 斉藤", "斎藤 斎藤 斎藤"],
    ["廣澤德眞", "広沢徳真"],
    ["𠮷野", "吉野"],
    ["葛\u{E0100}城", "葛城"],
    ["辻\uFE00", "辻"],
    ["神\uFA19", "神神"],
    ["佐々木", "佐佐木"],
    ["すゞ みすゝ", "すず みすす"],
    ["関ヶ原 関ケ原", "関け原 関け原"],
    ["かをる みづき", "かおる みずき"],
    ["サーバー", "さば"],
    ["ジョージ", "じょじ"],
    ["ﾊﾟﾋﾟﾌﾞ", "ぱぴぶ"],
    ["か\u3099", "が"],
    ["é ł ø ß đ æ Œ þ", "e l o ss d ae oe th"],
    ["Nguyễn Łukasz Zoë García", "nguyen lukasz zoe garcia"],
    ["Tarō Ōno", "taro ono"],
    ["İzmir ıi", "izmir ii"],
    ["e\u0301 ǿ", "e o"],
    ["O'Brien O’Brien", "obrien obrien"],
    ["Jean-Luc Jean‐Luc", "jeanluc jeanluc"],
    ["ジャン・リュック", "じゃんりゅっく"],
    ["R&D > Polymers", "r&d > polymers"],
    ["a|b｜c", "a b c"],
    ["  高橋　\t一郎\n", "高橋 一郎"],
    ["a\u0000b\u200Bc", "abc"],
    ["㈱ ㍻ ①", "(株) 平成 1"],
    ["ー", ""],
    ["", ""],
  ])("%o becomes %o", (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  test("changes nothing the second time", () => {
    const text = `ガギグゲゴ|髙橋 Ǿ ヴ ゑ 々 Straße ${nameVariants.join("")}`;
    expect(normalise(normalise(text))).toBe(normalise(text));
  });

  test("no kanji stands in two groups of variants", () => {
    const all = [...nameVariants.join("")];
    expect(all.filter((kanji, index) => all.indexOf(kanji) !== index)).toEqual([]);
  });
});

describe("queryTerms", () => {
  test.each([
    ["髙橋一郎", ["高橋一郎"]],
    ["高橋　一郎", ["高橋", "一郎"]],
    [" Takahashi  Ichiro ", ["takahashi", "ichiro"]],
    ["高橋 高橋", ["高橋"]],
    ["a b c d e f g", ["a", "b", "c", "d", "e"]],
    ["𠮷".repeat(41), ["吉".repeat(40)]],
    ["100% _", ["100%", "_"]],
    [" 　 ー ", []],
  ])("%o asks for %o", (query, expected) => {
    expect(queryTerms(query)).toEqual(expected);
  });
});

const finds = (fields: SearchFields, query: string) =>
  queryTerms(query).every((term) => searchDoc(fields).includes(term));

describe("searchDoc", () => {
  const ichiro: SearchFields = {
    familyName: "髙橋",
    givenName: "一郎",
    familyNameKana: "たかはし",
    givenNameKana: "いちろう",
    formerFamilyName: "佐藤",
    formerFamilyNameKana: "さとう",
    preferredName: null,
    department: "研究開発本部 材料開発部",
    headline: "素材スタートアップで触媒をつくっています",
    skills: ["高分子合成", "Python"],
    area: "東京都",
  };

  test("is the fields, normalised, parted by a bar", () => {
    expect(searchDoc(ichiro)).toBe(
      [
        "高橋一郎|佐藤一郎|たかはしいちろう|takahashiichirou|ichiroutakahashi|takahashiichiro|ichirotakahashi",
        "takahashiichiroh|ichirohtakahashi|さとういちろう|satouichirou|ichirousatou|satoichiro|ichirosato",
        "satohichiroh|ichirohsatoh|研究開発本部 材料開発部|素材すたとあっぷで触媒おつくっています|高分子合成|python|東京都",
      ].join("|"),
    );
  });

  test.each([
    ..."高橋一郎 髙橋一郎 高橋　一郎 たかはし タカハシ ﾀｶﾊｼ takahashi ｔａｋａ 高橋 高 一郎 佐藤 佐藤一郎 たかはしいちろう さとう サトウイチロウ sato".split(
      " ",
    ),
    "Takahashi Ichiro",
    "Ichiro Takahashi",
    "takahashi ichirou",
    "takahashiichiro",
    "Takahashi Ichirō",
    "高橋 材料開発",
    "触媒 東京",
    "PYTHON",
    "スタートアップ",
  ])("finds 髙橋 一郎 by %s", (query) => {
    expect(finds(ichiro, query)).toBe(true);
  });

  test.each(["高橋二郎", "鈴木", "takahashi jiro", "橋高", "郎佐", "一郎 大阪"])(
    "does not find 髙橋 一郎 by %s",
    (query) => {
      expect(finds(ichiro, query)).toBe(false);
    },
  );

  const ono: SearchFields = {
    familyName: "大野",
    givenName: "純一",
    familyNameKana: "おおの",
    givenNameKana: "じゅんいち",
  };
  const honma: SearchFields = {
    familyName: "本間",
    givenName: "裕",
    familyNameKana: "ほんま",
    givenNameKana: "ゆう",
  };
  const george: SearchFields = {
    familyName: "城島",
    givenName: "ジョージ",
    familyNameKana: "じょうじま",
    givenNameKana: "じょーじ",
  };
  const olga: SearchFields = {
    familyName: "van den Berg",
    givenName: "Olga",
    preferredName: "Olly",
    formerFamilyName: "Müller",
  };
  const brien: SearchFields = { familyName: "O'Brien", givenName: "Jean-Luc", department: "Sales, EMEA" };
  const chinatsu: SearchFields = {
    familyName: "Takahashi",
    givenName: "Chinatsu",
    familyNameKana: "たかはし",
    givenNameKana: "ちなつ",
  };

  test.each([
    [ono, ["oono", "Ono", "ohno", "Ōno", "Junichi Ono", "jun'ichi", "おおの"]],
    [honma, ["homma", "honma", "yu", "yuu", "Homma Yu"]],
    [george, ["ジョージ", "じょーじ", "joji", "城島ジョージ"]],
    [olga, ["van den Berg", "Olga van den", "vandenberg", "olly", "Müller", "muller", "Mueller Olga"]],
    [brien, ["obrien", "O’Brien", "jean luc", "Jean-Luc", "jeanluc", "sales, emea"]],
    [chinatsu, ["Chinatsu Takahashi", "たかはし", "タカハシ ちなつ", "takahashi"]],
  ])("finds %o by all of %o", (fields, queries) => {
    expect(queries.filter((query) => !finds(fields, query))).toEqual([]);
  });

  test("leaves out what is absent, and says nothing twice", () => {
    expect(searchDoc({ familyName: "林", givenName: "葵", headline: "", skills: [], area: null })).toBe(
      "林葵",
    );
    expect(searchDoc({ familyName: "林", givenName: "葵", skills: ["Excel", "ＥＸＣＥＬ"] })).toBe(
      "林葵|excel",
    );
  });

  test("a bar in a field does not part it", () => {
    expect(searchDoc({ familyName: "林", givenName: "葵", headline: "調達｜購買|輸入" })).toBe(
      "林葵|調達 購買 輸入",
    );
  });
});
