/** Japanese names are spelled with long vowels or without: ou and oh for ō, uu for ū. Folded text, with short ones. */
export const shortVowels = (word: string): string => word.replace(/o[ou]|oh(?![aeiouy])/g, "o").replace(/uu/g, "u");
