import { describe, expect, test } from "vitest";
import { nameVariants } from "#lib/people/name-variants.ts";
import { normalise } from "#lib/people/normalise.ts";
import { peopleTerms, queryTerms, type SearchFields, searchDoc } from "#lib/people/search-text.ts";

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
    ["関ヶ原 関ケ原 関ｹ原 関が原", "関が原 関が原 関が原 関が原"],
    ["緑ヶ丘 緑ケ", "緑が丘 緑が"],
    ["コケ地 ケア", "こけ地 けあ"],
    ["ジャン＝リュック ジャン゠", "じゃんりゅっく じゃん"],
    ["a=b", "a=b"],
    ["國廣 寶田 埜村 渡邉 桺澤 槗本 坂阪 庄司 荘司", "国広 宝田 野村 渡辺 柳沢 橋本 坂坂 荘司 荘司"],
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

/** As the database finds: by the words, or where that is nobody, by their sound. */
const finds = (fields: SearchFields, query: string) => {
  const { terms, sounds } = peopleTerms(query);
  const holds = (asked: string[]) =>
    asked.every((term) => term.split("|").some((spelling) => searchDoc(fields).includes(spelling)));
  return holds(terms) || (sounds.length > 0 && holds(sounds));
};
const findsBySoundAlone = (fields: SearchFields, query: string) =>
  finds(fields, query) &&
  !peopleTerms(query).terms.every((term) => term.split("|").some((one) => searchDoc(fields).includes(one)));

describe("peopleTerms", () => {
  test.each([
    ["Takahashi, Kosaku", ["takahashi", "kosaku"]],
    ["高橋,千夏", ["高橋", "千夏"]],
    ["高橋、千夏；（旧姓　佐藤）", ["高橋", "千夏", "旧姓", "佐藤"]],
    ["takahasi", ["takahasi|takahashi"]],
    ["Tinatu zyunko syouji huzita", ["tinatu|chinatsu", "zyunko|junko", "syouji|shouji", "huzita|fujita"]],
    ["si tu", ["si", "tu"]],
    ["smith", ["smith"]],
    ["2016年入社", ["2016年入社"]],
    ["２０１６年度入社 2016入社", ["2016年入社"]],
    ["入社2016年 joined 2016 joined in 2016", ["2016年入社"]],
    ["平成28年入社 H28入社 平28", ["2016年入社", "平28"]],
    ["令和元年退職 left in 2019", ["2019年退社"]],
    ["昭和63年", ["1988年"]],
    ["100% _", ["100%", "_"]],
    [" 、, ", []],
  ])("%o asks for %o", (query, expected) => {
    expect(peopleTerms(query).terms).toEqual(expected);
  });

  test("what has no other sound is not asked for twice", () => {
    expect(peopleTerms("髙橋 100%").sounds).toEqual([]);
    expect(peopleTerms("やまさき 東京 python").sounds).toEqual(["YAMASAKI", "東京", "python"]);
  });
});

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
    joinedOn: "2001-04-01",
    leftOn: "2015-09-30",
  };

  test("is the fields, normalised, each behind a bar, what begins with a surname behind two, what a company may close with its mark", () => {
    const [tenure, department, former, headline, skills, area] = [1, 2, 3, 4, 5, 6].map((mark) =>
      String.fromCharCode(0xf000 + mark),
    );
    expect(searchDoc(ichiro)).toBe(
      [
        "||高橋一郎||たかはしいちろう||takahashiichirou||takahashiichiro||takahashiichiroh",
        "|ichiroutakahashi|ichirotakahashi|ichirohtakahashi|TAKAHASIITIRO|ITIROTAKAHASI",
        ...["佐藤一郎", "さとういちろう", "satouichirou", "satoichiro", "satohichiroh"].map(
          (name) => `${former}||${name}`,
        ),
        ...["ichirousatou", "ichirosato", "ichirohsatoh", "SATOITIRO", "ITIROSATO"].map(
          (name) => `|${former}${name}`,
        ),
        `|${department}研究開発本部 材料開発部|${headline}素材すたとあっぷで触媒おつくっています`,
        `|${skills}高分子合成|${skills}python|${area}東京都|${tenure}2001年入社|${tenure}2015年退社`,
      ].join(""),
    );
  });

  test("says what stands in two fields twice: one may be closed without the other", () => {
    expect(searchDoc({ familyName: "林", givenName: "葵", headline: "調達", skills: ["調達"] })).toBe(
      "||林葵|\uf004調達|\uf005調達",
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
    "Takahashi, Ichiro",
    "髙橋、一郎",
    "takahasi itirou",
    "2001年入社 2015年退社",
    "高橋 平成13年入社",
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
  const yamazaki: SearchFields = {
    familyName: "山﨑",
    givenName: "周平",
    familyNameKana: "やまざき",
    givenNameKana: "しゅうへい",
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
    [ono, ["oono", "zyunichi", "jyunichi", "Ono", "ohno", "Ōno", "Junichi Ono", "jun'ichi", "おおの"]],
    [honma, ["homma", "honma", "yu", "yuu", "Homma Yu"]],
    [george, ["ジョージ", "じょーじ", "joji", "城島ジョージ"]],
    [olga, ["van den Berg", "Olga van den", "vandenberg", "olly", "Müller", "muller", "Mueller Olga"]],
    [brien, ["obrien", "O’Brien", "jean luc", "Jean-Luc", "jeanluc", "sales, emea"]],
    [chinatsu, ["Chinatsu Takahashi", "たかはし", "タカハシ ちなつ", "takahashi"]],
  ])("finds %o by all of %o", (fields, queries) => {
    expect(queries.filter((query) => !finds(fields, query))).toEqual([]);
  });

  test.each([
    [yamazaki, ["やまさき", "yamasaki", "yamasaki syuuhei", "ヤマサキ シュヘイ"]],
    [ono, ["おうの", "ouno"]],
  ])("finds %o by the sound alone by all of %o", (fields, queries) => {
    expect(queries.filter((query) => !findsBySoundAlone(fields, query))).toEqual([]);
  });

  test("leaves out what is absent, and says nothing twice", () => {
    expect(searchDoc({ familyName: "林", givenName: "葵", headline: "", skills: [], area: null })).toBe(
      "||林葵",
    );
    expect(searchDoc({ familyName: "林", givenName: "葵", skills: ["Excel", "ＥＸＣＥＬ"] })).toBe(
      "||林葵|\uf005excel",
    );
  });

  test("a bar in a field does not part it", () => {
    expect(searchDoc({ familyName: "林", givenName: "葵", headline: "調達｜購買|輸入" })).toBe(
      "||林葵|\uf004調達 購買 輸入",
    );
  });
});
