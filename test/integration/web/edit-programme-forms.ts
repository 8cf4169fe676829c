import type { EditForm } from "./edit-forms.ts";

const days = ["2026-01-31", "2026-02-28"];

/** Of what a programme is measured by, and of what it costs. */
export const programmeForms: EditForm[] = [
  {
    path: "/:l/desk/programmes/:code/costs/:cost",
    who: "coordinator",
    params: { code: "MJ-CUSTOMS" },
    fixed: { tariffId: "the programme has one", payerId: "the ids of institutions are drawn" },
    values: { units: ["7", "8.25"], usedOn: ["2026-11-03", "2026-11-04"], form: ["money", "inKind"] },
  },
  {
    path: "/:l/desk/programmes/:code/tariffs/:tariff",
    who: "coordinator",
    params: { code: "MJ-CUSTOMS" },
    lists: ["rate"],
    fixed: { currency: "a line uses it" },
    values: { "rate.1.validFrom": days, "rate.1.amount": ["7", "8.5"] },
  },
  {
    path: "/:l/desk/programmes/:code/exchange-rates",
    who: "coordinator",
    params: { code: "MJ-CUSTOMS" },
    lists: ["rate"],
    values: {
      currency: ["USD", "EUR"],
      "rate.1.currency": ["JPY"],
      "rate.1.validFrom": days,
      "rate.1.rate": ["7", "8"],
    },
  },
  {
    path: "/:l/desk/programmes/:code/indicators/:indicator/facts",
    who: "coordinator",
    params: { code: "MJ-CUSTOMS" },
    rest: { reason: "Se acordó así." },
    lists: ["target"],
    values: {
      code: ["R8", "R9"],
      baseline: ["1", "2.5"],
      "target.1.dueOn": ["2027-01-31", "2027-06-30"],
      "target.1.value": ["7", "8"],
    },
  },
];
