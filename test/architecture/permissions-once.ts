import type { Sources } from "./sources.ts";

const door = /\bguarded\w+\(\s*"([\w.]+)"/g;

/**
 * Doors that name their own permission again: a door hands its reach over, and of two names one is wrong some day.
 * A page and a form may need the same one; each names it once.
 */
export const namedAgain = (sources: Sources): string[] =>
  [...sources]
    .filter(([path]) => /\.route\.tsx?$/.test(path))
    .flatMap(([path, text]) => {
      const opened = Map.groupBy(text.matchAll(door), ([, permission = ""]) => permission);
      return [...opened]
        .filter(([permission, doors]) => text.split(`"${permission}"`).length - 1 > doors.length)
        .map(([permission]) => `${path}: ${permission}`);
    });
