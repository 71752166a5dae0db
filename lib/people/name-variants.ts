/**
 * Kanji that Japanese names write in more than one way. The first of each group stands for all of it in search text.
 * Groups are wide on purpose: 斎 and 齊 are different characters, but nobody remembers which one a former colleague uses.
 * The old forms are those of the tables of kanji for everyday use and for names (常用漢字表, 人名用漢字別表), as the Unihan database gives them
 * (kJoyoKanji, kJinmeiyoKanji); the others were chosen by eye among its variants of one character (kZVariant, kSemanticVariant). Those that
 * Unicode itself makes one (神 of U+FA19) are not here.
 */
/** Shapes that stand in family registers. */
const shapesInRegisters =
  "高髙 崎﨑嵜碕𥔎 浜濱濵 辺邊邉 斎斉齋齊 沢澤 淵渕渊 富冨 曽曾 柳栁桺 桑桒 島嶋嶌 吉𠮷 滝瀧 橋槗𣘺 館舘 峰峯 船舩 松枩 " +
  "桝枡 梅楳 柏栢 秋龝穐 野埜 園薗 鶴靏靍鸖 喜㐂憙 昇曻 禰祢袮 鉄鐵銕 籠篭 竈竃 熙煕熈凞 土圡 京亰 会會㑹 原𠩤 泰𣳾 角𧢲 " +
  "杉椙𣏕 村邨 坂阪 刈苅 磯礒 荘庄莊 藤籐 哲喆 輝煇 耀燿 皓晧 昂昻 卯夘 映暎 叡睿 肇肈 湧涌 沖冲 湊凑 詠咏 国國圀 " +
  "徳德悳惪 宝寶寳 剣劍劒釼剱劔 体體躰軆 宜冝宐 奇竒 峨峩 婿壻 姉姊 糾糺 迪廸 達逹 往徃 留畄 耕畊 庵菴 雁鴈 裏裡 柿柹 " +
  "毘毗 篠筱 隣鄰 穎頴 讃讚 騨驒 厩廐廏 場塲 略畧 飾餝 窓窗 綿緜 鴬鶯 薮藪籔 蕊蘂 壷壺 礪砺 涛濤 鎌鐮 鼓皷 氷冰 舗舖 " +
  "鑑鑒 羨羡 効效 勅敕 衆眾 棋棊 総總縂";

/** Old forms (旧字体), and what else is written for the same character. */
const oldForms =
  "乗乘 亙亘 亜亞 仏佛 来來 伝傳 偽僞 価價 倹儉 児兒 涼凉 凛凜 剰剩 勲勳 巻卷 即卽 単單 厳嚴 圏圈 円圓 団團 増增 塁壘 " +
  "壊壞 壮壯 寿壽 奥奧 奨奬獎 嬢孃 寝寢 実實 寛寬 将將 専專 堯尭 峡峽 巖巌 巣巢 帯帶 広廣 庁廳 弾彈 弥彌 従從 徴徵 " +
  "恒恆 恵惠 悪惡 慎愼 応應 懐懷 戦戰 戯戲 払拂 抜拔 拝拜 掲揭 揺搖 捜搜 撃擊 摂攝 収收 叙敍 晄晃 晩晚 昼晝 暦曆 暁曉 " +
  "檜桧 条條 栄榮 槇槙 楽樂 様樣 横橫 検檢 桜櫻 歩步 歴歷 毎每 気氣 渉涉 涙淚 浄淨 渇渴 温溫 滞滯 渋澁 湿濕 瀬瀨 灯燈 " +
  "焼燒 争爭 為爲 状狀 狭狹 獣獸 畳疊 痩瘦 杯盃 盗盜 尽盡 真眞 砕碎 秘祕 禱祷 祿禄 禅禪 礼禮 稲稻 穂穗 穰穣 粋粹 緑綠 " +
  "緒緖 縁緣 県縣 縦縱 繊纖 聴聽 臓臟 与與 萠萌 万萬 薫薰 蔵藏 芸藝 薬藥 虚虛 衛衞 装裝 覧覽 謡謠 譲讓 売賣 頼賴 転轉 " +
  "遙遥 郎郞 酔醉 醸釀 録錄 錬鍊 鎮鎭 鋳鑄 陥陷 険險 雑雜 静靜 顕顯 翻飜 駆駈驅 騒騷 験驗 髪髮 鶏鷄 黄黃 黒黑 黙默 " +
  "竜龍 剝剥 𠮟叱 塡填 頰頬 瑶瑤 兎兔 珍珎 麹麴 鷗鴎 群羣 弁辨辯瓣 間閒 清淸 青靑 郷鄕 彦彥 浅淺 戸戶 内內 呉吳 姫姬 " +
  "悦悅 鋭銳 歳歲 教敎 闘鬪鬭 関關 豊豐 学學 参參 双雙 岳嶽 亀龜 塩鹽 壱壹 弐貳弍 予豫 余餘 台臺 当當 点點 独獨 読讀 " +
  "発發 麦麥 猪豬 覚覺 観觀 勧勸 権權 歓歡 証證 誉譽 挙擧 芦蘆 蔣蒋 蛍螢 銭錢 隠隱 随隨 霊靈 駅驛 囲圍 図圖 圧壓 壌壤 " +
  "声聲 対對 属屬 径徑 拡擴 択擇 数數 旧舊 晋晉 楼樓 欧歐 済濟 渓溪谿 湾灣 満滿 潜潛 称稱 穏穩 竪豎 経經 絵繪 続續 " +
  "聡聰 胆膽 訳譯 変變 軽輕 辞辭 鉱鑛 仮假 両兩两 並竝 乱亂 俠侠 併倂 冊册 況况 励勵 区區 嘱囑 堕墮 写寫 届屆 厨廚 " +
  "恋戀 挿插揷 担擔 携攜 断斷 枢樞 残殘 殴毆 没沒 煙烟 炉爐 献獻 画畫 蓋葢 稟禀 窃竊 恥耻 脈脉 茎莖 萊莱 号號 蟬蝉 " +
  "虫蟲 蚕蠶 蛮蠻 触觸 践踐 医醫 韻韵 党黨 隷隸 跡蹟迹 箇个 回囘 処處 覇霸 餅餠 糸絲 缶罐 糧粮 闊濶 諌諫 靭靱 顔顏 " +
  "歯齒 齢齡 釈釋 麺麵 吞呑 繫繋 繡繍 醬醤 頚頸 鯵鰺 蛎蠣 痴癡 殻殼 継繼 絶絕 説說 税稅 脱脫 産產 閲閱 娯娛 帰歸 拠據 " +
  "研硏 鉤鈎 剤劑 桟棧 惨慘 賛贊 縄繩 畝畒 髄髓 遅遲 逓遞 悩惱 脳腦 廃廢 瓶甁 褒襃 猟獵 労勞 欠缺 飲飮 営營 艶艷 犠犧 " +
  "粛肅";

export const nameVariants: readonly string[] = `${shapesInRegisters} ${oldForms}`.split(" ");
