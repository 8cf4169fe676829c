/** Letters and the plain ones that stand for them in searches, as they were on this day. */
const accents = ["áa", "ãa", "āa", "ée", "ēe", "íi", "īi", "óo", "õo", "ōo", "úu", "üu", "ūu", "ñn", "çc"];
const kanji = [
  "髙高",
  "﨑崎",
  "嵜崎",
  "碕崎",
  "邊辺",
  "邉辺",
  "齋斉",
  "齊斉",
  "斎斉",
  "濱浜",
  "濵浜",
  "澤沢",
  "櫻桜",
  "國国",
  "廣広",
  "嶋島",
  "嶌島",
  "德徳",
  "惠恵",
  "眞真",
  "冨富",
  "𠮷吉",
  "栁柳",
  "瀨瀬",
  "龍竜",
  "關関",
  "稅税",
  "學学",
  "會会",
  "實実",
  "黑黒",
  "淸清",
  "曻昇",
];

const pairs = [...accents, ...accents.map(capital), ...kanji].map((letters) => [...letters]);

function capital(letters: string): string {
  const [accented = "", plain = ""] = letters;
  return accented.toUpperCase() + plain;
}

const columns = ["family_name", "given_name", "second_surname", "native_name", "kana", "latin_name"];
const names = columns.map((column) => `coalesce(${column}, '')`).join(" || ' ' || ");

const folded = pairs.reduce((text, [from, to]) => `replace(${text}, '${from}', '${to}')`, `lower(${names})`);

/** All names of a person in one folded text: from now on whoever writes a name writes it exactly. */
export const statements = (): string[] => [
  "alter table person add column search_text text not null default ''",
  `update person set search_text = ${folded}`,
];
