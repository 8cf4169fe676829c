const spanish = /[áéíóúüñÁÉÍÓÚÜÑçÇàèòïÀÈÒâêôãõöäëß]/;
const spanishSigns = /[¿¡ªº°«»“”‘’–—…€·]/;
const japanese = /[ぁ-ゟァ-ヿ一-龠々〆〇ー、。（）「」・〜～－！？：　Ａ-Ｚａ-ｚ０-９①-⑳㈱㈲髙﨑濵]/;
const isHalfKana = (sign: string) => sign >= "\uff61" && sign <= "\uff9f";
const isAscii = (sign: string) => sign < "\x80";

/**
 * How a text reads in an encoding: the share of its signs beyond ASCII that stand where they belong. 1 is fluent; a
 * text that was written in another has letters where no list of names has them.
 */
export function fluencyOf(text: string, encoding: string): number {
  const isLatin = encoding === "windows-1252" || encoding === "macintosh";
  const signs = [...text];
  let good = 0;
  let bad = 0;
  signs.forEach((sign, index) => {
    const around = (signs[index - 1] ?? "\n") + (signs[index + 1] ?? "\n");
    const fit = isAscii(sign) ? fitOfAscii(sign) : isLatin ? fitOfLatin(sign, around) : fitOfJapanese(sign, around);
    if (fit < 0) bad += 1;
    else good += fit;
  });
  return good + bad === 0 ? 1 : good / (good + bad);
}

/** -1 where a sign does not belong; else how much it says. */
const fitOfAscii = (sign: string) => (sign < " " && !/[\t\r\n]/.test(sign) ? -1 : 0);

/** ñ stands beside a letter. Quotation marks and the like may stand anywhere, but not in a row. */
function fitOfLatin(sign: string, around: string): number {
  if (spanish.test(sign)) return /[A-Za-z]/.test(around) || spanish.test(around) ? 1 : -1;
  return spanishSigns.test(sign) && isAscii([...around][0] ?? "") ? 0.25 : -1;
}

/**
 * A kanji beside a small Latin letter is an accent and the letter after it ("Hernández"); "JICA東京" is Japanese.
 * A half-width kana alone, such as ﾑ in "PEﾑA", is a Spanish letter.
 */
function fitOfJapanese(sign: string, around: string): number {
  if (isHalfKana(sign)) return [...around].some(isHalfKana) && !/[A-Za-z]/.test(around) ? 1 : -1;
  if (!japanese.test(sign)) return -1;
  return /[a-z]/.test(around) || /^[A-Z]{2}$/.test(around) ? -1 : 1;
}
