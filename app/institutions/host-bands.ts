/** Steps for Mexico, waves for Japan. */
const bands: Record<string, string> = {
  MX: "M2 64v-12h11v6h-5M18 64v-12h11v6h-5M34 64v-12h11v6h-5M50 64v-12h11v6h-5",
  JP: "M-8 62a10 10 0 0 1 20 0a10 10 0 0 1 20 0a10 10 0 0 1 20 0a10 10 0 0 1 20 0M-4 62a6 6 0 0 1 12 0",
};

/** What stands below the letters of an institution's mark: a line for any other country. */
export const hostBands = (country: string): string => bands[country] ?? "M0 56h64";
