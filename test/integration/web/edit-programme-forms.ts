import type { EditForm } from "./edit-forms.ts";

const days = ["2027-01-31", "2027-06-30"];

/** Of what a programme is measured by. */
export const programmeForms: EditForm[] = [
  {
    path: "/:l/desk/programmes/:code/indicators/:indicator/facts",
    who: "coordinator",
    params: { code: "MJ-CUSTOMS" },
    rest: { reason: "Se acordó así." },
    lists: ["target"],
    fixed: {
      reason: "it is said anew each time",
      ...Object.fromEntries(
        ["dueOn", "value"].flatMap((part) =>
          [2, 3, 4, 5, 6, 7, 8].map((row) => [`target.${row}.${part}`, "a target has both of them"]),
        ),
      ),
    },
    values: {
      code: ["R8", "R9"],
      baseline: ["1", "2.5"],
      "target.1.dueOn": days,
      "target.1.value": ["7", "8"],
    },
  },
];
