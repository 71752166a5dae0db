import { noNames, type Person } from "./types.ts";

const materials = "研究開発本部 材料開発部";

/** Aoba's named employees. */
export const aobaEmployees = {
  sakura: {
    email: "sakura@example.com",
    locale: "ja",
    timeZone: "Asia/Tokyo",
    note: {
      ja: "青葉化学の社員。材料開発部の主任で、未読のメッセージがあります。",
      en: "Employee of Aoba Chemical, a chemist in materials development; she has unread messages.",
    },
    memberships: [
      {
        ...noNames,
        company: "aoba",
        kind: "EMPLOYEE",
        role: "MEMBER",
        status: "ACTIVE",
        daysAgo: 700,
        familyName: "大野",
        givenName: "さくら",
        familyNameKana: "おおの",
        givenNameKana: "さくら",
        joinedOn: "2016-04-01",
        leftOn: null,
        department: materials,
        positions: [{ department: "品質保証部", title: null, from: "2016-04", until: "2018-03" }],
        title: "主任",
        area: "千葉県",
        headline: "樹脂改質チーム。古い報告書の謎を解くのが得意になってきました",
        about:
          "水添と改質の実験をしています。\n以前の経緯をご存じの方に教えていただけると、とても助かります。",
        purposes: ["COLLABORATION", "REFERRAL", "KEEP_IN_TOUCH"],
        skills: ["高分子合成", "分析化学", "実験計画法"],
      },
    ],
  },
  yuki: {
    email: "yuki@example.com",
    locale: "ja",
    timeZone: "Asia/Tokyo",
    note: {
      ja: "青葉化学の人事担当。再雇用のご相談に答えています。",
      en: "HR admin of Aoba Chemical; she answers those who think of coming back.",
    },
    memberships: [
      {
        ...noNames,
        company: "aoba",
        kind: "EMPLOYEE",
        role: "HR_ADMIN",
        status: "ACTIVE",
        daysAgo: 728,
        familyName: "小川",
        givenName: "由紀",
        familyNameKana: "おがわ",
        givenNameKana: "ゆき",
        joinedOn: "2008-04-01",
        leftOn: null,
        department: "人事部",
        title: "課長",
        area: "東京都",
        headline: "アルムナイ担当です。「ちょっと聞いてみたい」だけでも、どうぞ",
        about: "再雇用、業務委託、証明書のことなど、なんでもこちらへ。\n二児の母。在宅の日は水曜です。",
        purposes: ["REHIRE", "REFERRAL", "KEEP_IN_TOUCH"],
        skills: ["採用", "労務", "キャリア面談"],
      },
    ],
  },
  koji: {
    email: "koji@example.com",
    locale: "ja",
    timeZone: "Asia/Tokyo",
    note: {
      ja: "青葉化学のオーナー。会社の設定と管理者を任されています。",
      en: "Owner at Aoba Chemical: the company's settings and its admins are his.",
    },
    memberships: [
      {
        ...noNames,
        company: "aoba",
        kind: "EMPLOYEE",
        role: "OWNER",
        status: "ACTIVE",
        daysAgo: 729,
        familyName: "村上",
        givenName: "浩二",
        familyNameKana: "むらかみ",
        givenNameKana: "こうじ",
        joinedOn: "1994-04-01",
        leftOn: null,
        department: "経営企画部",
        title: "執行役員",
        area: "東京都",
        headline: "人事・経営企画担当の執行役員。もとは材料開発の研究員です",
        about:
          "辞めた方とのつながりも、会社の財産だと思っています。\nコーヒーはこぼさないよう気をつけています。",
        purposes: ["COLLABORATION", "KEEP_IN_TOUCH"],
        skills: ["事業企画", "組織づくり"],
      },
    ],
  },
} as const satisfies Record<string, Person>;
