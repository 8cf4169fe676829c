import { drawPicture } from "./draw-picture.ts";
import { type PictureFacts, pictureVersion } from "./picture-facts.ts";

/** Some 30 kB each. */
const mostKept = 100;

const pictures = new Map<string, Promise<Uint8Array>>();

/** The picture of these facts: drawn once, also where several ask for it at once. */
export function pictureOf(facts: PictureFacts): Promise<Uint8Array> {
  const version = pictureVersion(facts);
  const known = pictures.get(version) ?? drawPicture(facts);
  pictures.delete(version);
  pictures.set(version, known);
  known.catch(() => pictures.delete(version));
  for (const oldest of pictures.keys()) if (pictures.size > mostKept) pictures.delete(oldest);
  return known;
}
