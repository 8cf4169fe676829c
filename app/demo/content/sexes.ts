import type { Sex } from "#app/people/rules.ts";

/** Given names of the invented people who have it in their passport. Of the others it is not known, as it happens. */
const women =
  "Akiko|Ayaka|Chihiro|Haruka|Mai|Mayu|Megumi|Natsuki|Rie|Ryoko|Sakura|Yuki|Yuko|Ana Sofía|Aurora|Beatriz|Citlali|" +
  "Dolores|Gabriela|Inés|Lourdes|Lucía|Mariana|María Fernanda|Nayeli|Paola|Renata|Teresa|Verónica|Ximena";
const men =
  "Daisuke|Hayate|Hayato|Hideki|Kenichiro|Kenta|Kohei|Koichi|Naoki|Ryo|Shota|Shuhei|Takumi|Tsuyoshi|Yuma|Arturo|" +
  "Elías|Emilio|Fermín|Gerardo|Héctor|Iván|Joaquín|Julián|Maximiliano|Noé|Ramón|Rubén|Saúl|Sebastián|Tomás|Óscar";

const sexes = new Map<string, Sex>([
  ...women.split("|").map((name) => [name, "female"] as const),
  ...men.split("|").map((name) => [name, "male"] as const),
]);

export const sexOf = (givenName: string): Sex | null => sexes.get(givenName) ?? null;
