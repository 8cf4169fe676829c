/** First match wins: most browsers also name those that they descend from. */
const browsers: [name: string, mark: RegExp][] = [
  ["Edge", /\bEdgA?(iOS)?\//],
  ["Opera", /\b(OPR|Opera)\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Chrome", /\b(Chrome|CriOS|HeadlessChrome)\//],
  ["Safari", /\bSafari\//],
];
const systems: [name: string, mark: RegExp][] = [
  ["Android", /\bAndroid\b/],
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMac OS X\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Linux", /\bLinux\b/],
];

/** "Firefox, Windows": enough for people to know their own devices; empty where a user agent says nothing we know. */
export function deviceName(userAgent: string | null): string {
  const find = (list: typeof browsers) => list.find(([, mark]) => mark.test(userAgent ?? ""))?.[0];
  return [find(browsers), find(systems)].filter(Boolean).join(", ");
}
