import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The fonts of all documents, OFL: they cover the kanji and the macrons of the names that we print. */
export const fontFiles = [
  "@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf",
  "@expo-google-fonts/noto-serif-jp/600SemiBold/NotoSerifJP_600SemiBold.ttf",
  "@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf",
  "@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf",
];

/** Where one of them lies. */
export const fontPath = (file: string): string => createRequire(import.meta.url).resolve(file);

export const readFont = (file: string): Buffer => readFileSync(fontPath(file));
