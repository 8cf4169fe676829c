import type { EditForm } from "./edit-forms.ts";

/** Of venues, and of modules. */
export const placeForms: EditForm[] = [
  {
    path: "/:l/desk/venues/:venue/facts",
    who: "coordinator",
    values: {
      mapUrl: ["https://demo.example/1", "https://demo.example/2"],
      institutionId: [""],
      "day.": ["11:00"],
    },
  },
  { path: "/:l/desk/venues/:venue/rooms/:room", who: "coordinator", values: { capacity: ["7", "8"] } },
  { path: "/:l/desk/workshops/:code/modules/:module", who: "coordinator" },
];
