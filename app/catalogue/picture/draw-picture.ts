import { xmlText } from "#app/catalogue/xml-text.ts";
import { fontPath } from "#app/documents/fonts.ts";
import { hostBands } from "#app/institutions/host-bands.ts";
import { turns } from "#app/threads/turns.ts";
import type { PictureFacts } from "./picture-facts.ts";

/** With a height of 630 what Open Graph asks for. */
const pictureWidth = 1200;

const edge = 80;
const inner = pictureWidth - 2 * edge;
const fonts = {
  Bold: fontPath("@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf"),
  Regular: fontPath("@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf"),
};
const colours = { ink: "#1a1a1a", hint: "#4d4d4d", key: "#00428c", white: "#ffffff" };

/** It takes memory: a server that is asked for no picture never loads it. */
const library = async () => (await import("sharp")).default;

/** One at a time: each takes a processor for some tenths of a second. */
const { refuseWhereFull, inTurn } = turns(1);

/**
 * A PNG for those who are sent the address of a workshop, with fonts that have every Japanese character.
 * @throws 503 where too many wait
 */
export async function drawPicture(facts: PictureFacts): Promise<Uint8Array> {
  refuseWhereFull();
  return inTurn(() => draw(facts));
}

async function draw({ title, period, place, code, product, host }: PictureFacts): Promise<Uint8Array> {
  const sharp = await library();
  const mark = Math.min(38, 76 / (Math.max(1, host.acronym.length) * 0.72));
  const [heading, letters, hostName, when, where, name, number] = await Promise.all([
    fitting(title, 250),
    text(host.acronym, { weight: "Bold", size: mark, colour: "white" }),
    text(host.name, { weight: "Regular", size: 28, colour: "hint", width: inner - 120, height: 90 }),
    text(period, { weight: "Bold", size: 34, colour: "key", width: inner, height: 54 }),
    text(place, { weight: "Regular", size: 30, colour: "hint", width: inner, height: 50 }),
    text(product, { weight: "Bold", size: 30, colour: "ink" }),
    text(code, { weight: "Regular", size: 28, colour: "hint" }),
  ]);
  const picture = sharp(Buffer.from(background(host.country))).composite([
    at(letters, edge + 48 - letters.width / 2, 60 + 40 - letters.height / 2),
    at(hostName, edge + 120, 60 + 48 - hostName.height / 2),
    at(heading, edge, 312 - heading.height / 2),
    at(when, edge, 462),
    at(where, edge, 512),
    at(name, edge + 84, 578),
    at(number, pictureWidth - edge - number.width, 580),
  ]);
  return picture.png({ compressionLevel: 9, palette: true, colours: 64 }).toBuffer();
}

/** Three colours at the head, the mark's ground with its country's band, a bridge before the product's name. */
const background = (country: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">
<path fill="#f8f8fb" d="M0 0h1200v630H0z"/>
<path fill="#00428c" d="M0 0h744v12H0z"/><path fill="#611232" d="M744 0h288v12H744z"/>
<path fill="#a57f2c" d="M1032 0h168v12h-168z"/>
<svg x="${edge}" y="60" width="96" height="96" viewBox="0 0 64 64"><rect width="64" height="64" rx="8" fill="#00428c"/>
<path d="${hostBands(country)}" fill="none" stroke="#fff" stroke-width="2" opacity=".5"/></svg>
<path d="M${edge} 562h${inner}" stroke="#b3b3b3"/>
<svg x="${edge}" y="580" width="72" height="28" viewBox="0 0 72 28" fill="none" stroke-width="2">
<path d="M8 27V22M64 27V22M22 21V11M36 21V6M50 21V11" stroke="#a57f2c"/>
<path d="M8 22Q36-9 64 22" stroke="#611232"/><path d="M1 22h70" stroke="#00428c"/></svg></svg>`;

type Drawn = { data: Buffer; width: number; height: number };
type Look = {
  weight: keyof typeof fonts;
  size: number;
  colour: keyof typeof colours;
  width?: number;
  /** What is higher is cut. */
  height?: number;
};

/** The largest letters with which a title keeps to its room; one that never does is cut. */
async function fitting(title: string, height: number): Promise<Drawn> {
  const look = { weight: "Bold", colour: "ink", width: inner } as const;
  for (const size of [68, 58, 50, 42]) {
    const drawn = await text(title, { ...look, size });
    if (drawn.height <= height) return drawn;
  }
  return text(title, { ...look, size: 36, height });
}

async function text(words: string, { weight, size, colour, width, height }: Look): Promise<Drawn> {
  // the library refuses to draw nothing
  const shown = words.trim() || "–";
  const markup = `<span foreground="${colours[colour]}">${xmlText(shown)}</span>`;
  const sharp = await library();
  const drawing = sharp({
    text: {
      ...{ text: markup, font: `Noto Sans JP ${weight} ${size}`, fontfile: fonts[weight] },
      ...{ width: width ?? inner, rgba: true, wrap: "word-char", dpi: 72 },
    },
  });
  const whole = await drawing.png().toBuffer({ resolveWithObject: true });
  if (height === undefined || whole.info.height <= height) return { data: whole.data, ...whole.info };
  const part = { left: 0, top: 0, width: whole.info.width, height };
  return { data: await sharp(whole.data).extract(part).png().toBuffer(), ...part };
}

const at = ({ data }: Drawn, left: number, top: number) => ({
  ...{ input: data, left: Math.round(left), top: Math.round(top) },
});
