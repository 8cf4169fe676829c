import type { Holiday } from "#app/time/holidays/holiday.ts";
import type { Translator } from "./translator.server.ts";

/** What a holiday is called, such as "Día del Mar" or "振替休日 （みどりの日）". */
export function holidayName({ name, isSubstitute }: Pick<Holiday, "name" | "isSubstitute">, t: Translator): string {
  const named = t(`common:holiday.name.${name}`);
  return isSubstitute ? t("common:holiday.substitute", { name: named }) : named;
}
