/**
 * Text for one line of a header or a property. Line ends and control characters go, as they could begin another line.
 */
export const oneLine = (text: string) => text.toWellFormed().replace(controls, " ").trim();

export const hasControls = (text: string) => text.search(controls) >= 0;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
