import type { EditForm } from "./edit-forms.ts";

const reported = { postLevel: ["director", "officer"], sex: ["female", "other"] };

/** Of people, by themselves and by others. */
export const peopleForms: EditForm[] = [
  {
    path: "/:l/me/profile",
    part: "person",
    who: "official-jp",
    values: { kana: ["ハルカ", "ミナ"], ...reported },
  },
  {
    path: "/:l/admin/accounts/:id/person",
    who: "admin",
    values: {
      email: ["una@demo.example", "otra@demo.example"],
      homeInstitutionId: [""],
      kana: ["ハルカ", "ミナ"],
      ...reported,
    },
  },
  {
    path: "/:l/desk/people/:person/facts",
    who: "coordinator",
    values: { homeInstitutionId: [""], kana: ["ハルカ", "ミナ"], ...reported },
  },
];
