import type { EditForm } from "./edit-forms.ts";

/** The fields of some rows of a list, each with the reason why it cannot be changed alone. */
const inRows = (list: string, rows: number[], parts: string[], reason: string) =>
  Object.fromEntries(rows.flatMap((row) => parts.map((part) => [`${list}.${row}.${part}`, reason])));

const days = ["2027-01-31", "2027-06-30"];

/** Of what a programme is measured by. */
export const programmeForms: EditForm[] = [
  {
    path: "/:l/desk/programmes/:code/costs/:cost",
    who: "coordinator",
    params: { code: "MJ-CUSTOMS" },
    fixed: { tariffId: "the programme has one" },
    values: { units: ["7", "8.25"], usedOn: ["2026-11-03", "2026-11-04"], form: ["money", "inKind"] },
  },
  {
    path: "/:l/desk/programmes/:code/tariffs/:tariff",
    who: "coordinator",
    params: { code: "MJ-CUSTOMS" },
    lists: ["rate"],
    fixed: {
      currency: "a line uses it",
      ...inRows("rate", [2, 3, 4, 5, 6, 7, 8], ["validFrom", "amount"], "a price has its day"),
    },
    values: { "rate.1.validFrom": ["2026-01-01", "2026-02-01"], "rate.1.amount": ["7", "8.5"] },
  },
  {
    path: "/:l/desk/programmes/:code/exchange-rates",
    who: "coordinator",
    params: { code: "MJ-CUSTOMS" },
    lists: ["rate"],
    fixed: inRows(
      "rate",
      Array.from({ length: 16 }, (_, index) => index + 1),
      ["currency", "validFrom", "rate"],
      "a rate has all three",
    ),
    values: { currency: ["USD", "EUR"] },
  },
  {
    path: "/:l/desk/programmes/:code/indicators/:indicator/facts",
    who: "coordinator",
    params: { code: "MJ-CUSTOMS" },
    rest: { reason: "Se acordó así." },
    lists: ["target"],
    fixed: {
      reason: "it is said anew each time",
      ...inRows("target", [2, 3, 4, 5, 6, 7, 8], ["dueOn", "value"], "a target has both of them"),
    },
    values: {
      code: ["R8", "R9"],
      baseline: ["1", "2.5"],
      "target.1.dueOn": days,
      "target.1.value": ["7", "8"],
    },
  },
];
