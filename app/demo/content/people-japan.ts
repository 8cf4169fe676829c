import type { InstitutionCode } from "./institutions.ts";

/** Family and given name in kanji, in kana, and in Hepburn with its long vowels; institution; post. All invented. */
export type JapanesePerson = [kanji: string, kana: string, hepburn: string, institution: InstitutionCode, post: string];

/** The four officials of the workshop of 2017: invented too. */
export const visitorsOf2017: JapanesePerson[] = [
  ["髙橋 健太", "タカハシ ケンタ", "Takahashi Kenta", "JP-CUSTOMS", "東京税関 調査部 上席調査官"],
  ["宮﨑 さくら", "ミヤザキ サクラ", "Miyazaki Sakura", "JP-CUSTOMS", "横浜税関 監視部 統括監視官"],
  ["大西 翔太", "オオニシ ショウタ", "Ōnishi Shōta", "JP-CUSTOMS", "神戸税関 業務部 統括審査官"],
  ["佐藤 裕子", "サトウ ユウコ", "Satō Yūko", "JP-CUSTOMS", "財務省関税局 調査課 課長補佐"],
];

export const officialsOfJapan: JapanesePerson[] = [
  ["小野寺 亮", "オノデラ リョウ", "Onodera Ryō", "JP-CUSTOMS", "東京税関 監視部 上席監視官"],
  ["藤井 美咲", "フジイ ミサキ", "Fujii Misaki", "JP-CUSTOMS", "東京税関 業務部 審査官"],
  ["加藤 悠真", "カトウ ユウマ", "Katō Yūma", "JP-CUSTOMS", "横浜税関 調査部 上席調査官"],
  ["森田 大輔", "モリタ ダイスケ", "Morita Daisuke", "JP-CUSTOMS", "名古屋税関 監視部 統括監視官"],
  ["黒﨑 涼子", "クロサキ リョウコ", "Kurosaki Ryōko", "JP-CUSTOMS", "大阪税関 業務部 統括審査官"],
  ["石井 直樹", "イシイ ナオキ", "Ishii Naoki", "JP-CUSTOMS", "門司税関 監視部 監視官"],
  ["松尾 彩花", "マツオ アヤカ", "Matsuo Ayaka", "JP-CUSTOMS", "長崎税関 業務部 審査官"],
  ["後藤 修平", "ゴトウ シュウヘイ", "Gotō Shūhei", "JP-CUSTOMS", "函館税関 調査部 調査官"],
  ["井上 千尋", "イノウエ チヒロ", "Inoue Chihiro", "JP-CUSTOMS", "財務省関税局 監視課 係長"],
  ["近藤 遼", "コンドウ リョウ", "Kondō Ryō", "JP-CUSTOMS", "東京税関 調査部 調査官"],
  ["西村 恵", "ニシムラ メグミ", "Nishimura Megumi", "JP-CUSTOMS", "神戸税関 監視部 上席監視官"],
  ["岡田 隼人", "オカダ ハヤト", "Okada Hayato", "JP-CUSTOMS", "横浜税関 監視部 監視官"],
  ["工藤 夏希", "クドウ ナツキ", "Kudō Natsuki", "JP-CUSTOMS", "財務省関税局 業務課 係長"],
  ["長谷川 優", "ハセガワ ユウ", "Hasegawa Yū", "JP-CUSTOMS", "名古屋税関 業務部 上席審査官"],
  ["原口 拓海", "ハラグチ タクミ", "Haraguchi Takumi", "JP-CUSTOMS", "大阪税関 調査部 上席調査官"],
  ["須藤 舞", "スドウ マイ", "Sudō Mai", "JP-CUSTOMS", "東京税関 業務部 審査官"],
  ["内藤 健一郎", "ナイトウ ケンイチロウ", "Naitō Ken’ichirō", "JP-CUSTOMS", "神戸税関 調査部 統括調査官"],
  ["髙木 理恵", "タカギ リエ", "Takagi Rie", "JP-CUSTOMS", "門司税関 業務部 上席審査官"],
  ["上田 康平", "ウエダ コウヘイ", "Ueda Kōhei", "JCG", "第三管区海上保安本部 国際刑事課 係長"],
  ["久保田 剛", "クボタ ツヨシ", "Kubota Tsuyoshi", "JCG", "第五管区海上保安本部 警備課 課長補佐"],
  ["平野 真由", "ヒラノ マユ", "Hirano Mayu", "JCG", "警備救難部 国際刑事課 係長"],
  ["大塚 浩一", "オオツカ コウイチ", "Ōtsuka Kōichi", "MLIT", "港湾局 海岸・防災課 課長補佐"],
  ["安藤 葵", "アンドウ アオイ", "Andō Aoi", "MLIT", "水管理・国土保全局 防災課 係長"],
  ["菅原 純", "スガワラ ジュン", "Sugawara Jun", "MLIT", "関東地方整備局 港湾空港部 係長"],
  ["福田 麻衣", "フクダ マイ", "Fukuda Mai", "MLIT", "近畿地方整備局 港湾空港部 専門官"],
  ["山﨑 亜希子", "ヤマサキ アキコ", "Yamasaki Akiko", "JMA", "地震火山部 管理課 係長"],
  ["中島 颯", "ナカジマ ハヤテ", "Nakajima Hayate", "JMA", "大気海洋部 気象リスク対策課 技術専門官"],
  ["遠藤 由紀", "エンドウ ユキ", "Endō Yuki", "JMA", "地震火山部 地震津波監視課 技術専門官"],
];
