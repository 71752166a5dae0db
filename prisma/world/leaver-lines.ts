/** A record of HR's as the sample world tells it. `leavesIn`: days from now, instead of `leftOn`. */
export type RecordLine = {
  number: string;
  familyName: string;
  givenName: string;
  familyNameKana: string | null;
  givenNameKana: string | null;
  formerFamilyName: string | null;
  joinedOn: string;
  leftOn: string;
  leavesIn?: number;
  department: string;
  title: string | null;
  mail: string | null;
  deceased: boolean;
  tags: readonly string[];
  noticed: "CONSENT" | "NOTICE" | null;
};

type Japanese = [
  number: string,
  name: string,
  kana: string,
  joinedOn: string,
  left: string | number,
  department: string,
  title: string | null,
  mail: string | null,
  noticed: RecordLine["noticed"],
  ...tags: string[],
];

/** Names as 髙木 美里, a former surname behind a slash; `left` as a day, or in how many days. */
const aoba: readonly Japanese[] = [
  [
    "300412",
    "市川 玲奈",
    "いちかわ れな",
    "2017-04-01",
    17,
    "第一営業部",
    "主任",
    "rena.ichikawa@example.com",
    "CONSENT",
    "再雇用を希望",
  ],
  [
    "300087",
    "富永 修",
    "とみなが おさむ",
    "1987-04-01",
    32,
    "品質保証部",
    "部長",
    "osamu.tominaga@example.net",
    "CONSENT",
    "定年",
  ],
  ["300533", "鶴田 航平", "つるた こうへい", "2021-04-01", 61, "情報システム部", null, null, null],
  [
    "300201",
    "髙木 美里/内田",
    "たかぎ みさと",
    "2009-04-01",
    "2025-09-30",
    "研究開発本部 材料開発部",
    "係長",
    "misato.takagi@example.com",
    "CONSENT",
    "再雇用を希望",
  ],
  [
    "300198",
    "﨑本 雄一",
    "さきもと ゆういち",
    "2008-04-01",
    "2025-03-31",
    "海外事業部",
    "課長",
    "y.sakimoto@example.org",
    "CONSENT",
  ],
  [
    "300305",
    "渡邉 沙織",
    "わたなべ さおり",
    "2013-10-01",
    "2024-12-27",
    "マーケティング部",
    "リーダー",
    "saori.w@example.com",
    "NOTICE",
  ],
  [
    "300099",
    "渡辺 浩二",
    "わたなべ こうじ",
    "1994-04-01",
    "2022-03-31",
    "経理部",
    "課長",
    "koji.watanabe@example.net",
    "NOTICE",
  ],
  [
    "300274",
    "齋藤 舞",
    "さいとう まい",
    "2012-04-01",
    "2023-06-30",
    "人事部",
    "主任",
    "mai.saito@example.com",
    "CONSENT",
  ],
  ["300160", "菅野 徹", "かんの とおる", "2004-04-01", "2021-09-30", "大阪支店", "専門職", null, "NOTICE"],
  [
    "300161",
    "菅野 香",
    "すがの かおり",
    "2004-04-01",
    "2019-03-31",
    "大阪支店",
    "係長",
    "kaori.sugano@example.org",
    "NOTICE",
  ],
  [
    "300340",
    "東 一樹",
    "あずま かずき",
    "2015-04-01",
    "2024-03-31",
    "第二営業部",
    "主任",
    "kazuki.azuma@example.com",
    "CONSENT",
  ],
  ["300022", "久保田 節子", "くぼた せつこ", "1979-04-01", "2014-03-31", "経理部", null, null, null, "定年"],
  [
    "300410",
    "アンダーソン エミ",
    "あんだーそん えみ",
    "2018-09-01",
    "2025-06-30",
    "海外事業部",
    "専門職",
    "emi.anderson@example.net",
    "CONSENT",
  ],
  [
    "300377",
    "服部 竜也",
    "はっとり たつや",
    "2016-04-01",
    "2022-10-31",
    "法務部",
    "リーダー",
    "t.hattori@example.com",
    "NOTICE",
  ],
];

export const aobaRecords = aoba.map(
  ([number, name, kana, joinedOn, left, department, title, mail, noticed, ...tags]): RecordLine => {
    const [whole = "", formerFamilyName = null] = name.split("/");
    const [familyName = "", givenName = ""] = whole.split(" ");
    const [familyNameKana = "", givenNameKana = ""] = kana.split(" ");
    return {
      ...{ number, familyName, givenName, familyNameKana, givenNameKana, formerFamilyName },
      ...{ joinedOn, department, title, mail, deceased: false, tags, noticed },
      ...(typeof left === "number" ? { leftOn: "", leavesIn: left } : { leftOn: left }),
    };
  },
);

type English = [
  number: string,
  givenName: string,
  familyName: string,
  joinedOn: string,
  left: string | number,
  department: string,
  title: string | null,
  mail: string | null,
  noticed: RecordLine["noticed"],
  ...tags: string[],
];

const larkfield: readonly English[] = [
  [
    "E4012",
    "Maeve",
    "O’Sullivan",
    "2016-05-09",
    24,
    "R&D > Polymers",
    "Engineer",
    "maeve@example.com",
    "CONSENT",
    "Boomerang",
  ],
  [
    "E4044",
    "Tomasz",
    "Wójcik",
    "2019-02-04",
    "2025-08-29",
    "IT",
    "Analyst",
    "t.wojcik@example.org",
    "CONSENT",
  ],
  [
    "E3977",
    "Ingrid",
    "Sørensen",
    "2011-08-15",
    "2024-01-31",
    "Sales, EMEA",
    "Account Manager",
    "ingrid.s@example.net",
    "NOTICE",
  ],
  ["E3801", "Daniel", "Okonkwo", "2003-03-10", "2020-06-30", "Finance", "Controller", null, "NOTICE"],
  [
    "E4101",
    "Hana",
    "Park",
    "2020-09-01",
    "2025-11-14",
    "R&D > Polymers",
    "Scientist",
    "hana.park@example.com",
    null,
  ],
];

export const larkfieldRecords = larkfield.map(
  ([
    number,
    givenName,
    familyName,
    joinedOn,
    left,
    department,
    title,
    mail,
    noticed,
    ...tags
  ]): RecordLine => ({
    ...{ number, familyName, givenName, familyNameKana: null, givenNameKana: null, formerFamilyName: null },
    ...{ joinedOn, department, title, mail, deceased: false, tags, noticed },
    ...(typeof left === "number" ? { leftOn: "", leavesIn: left } : { leftOn: left }),
  }),
);
