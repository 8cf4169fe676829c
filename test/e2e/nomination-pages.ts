/** What a focal point sees, and a nominee. */
export const senderPages = [
  "/nominations",
  "/me/nominations/{self}",
  ...["", "/sections/purpose", "/sections/emergency", "/check"].map((page) => `/workshops/{called}/application${page}`),
  ...["", "/new", "/new?q=zzz", "/list", "/letter", "/dossier"].map((page) => `/nominations/{called}${page}`),
  ...["", "/application"].map((page) => `/nominations/{called}/nominees/{nominee}${page}`),
  "/nominations/{reviewed}/dossier",
  "/nominations/{reviewed}/nominees/{seated}/substitute",
];

/** What coordinators see of those who are nominated, and of how these are judged and selected. */
export const nominationPages = [
  ...["", "/application", "/application/sealed"].map((page) => `/desk/workshops/{called}/nominations/{nominee}${page}`),
  ...["/call", "/call/questions", "/nominations", "/selection", "/selection/announcement"].map(
    (page) => `/desk/workshops/{called}${page}`,
  ),
  ...["", "/criteria", "/comparison", "/{judged}"].map((page) => `/desk/workshops/{reviewed}/review${page}`),
  "/desk/workshops/{reviewed}/nominations/{proposed}/substitution",
];

/** Where they are found among the nominees: who has a seat from Mexico, and who is proposed last, in Japan. */
export const inSubstitutions = {
  seated: "main tr:has-text('Aduanas de México'):has-text('Seleccionada') th a",
  proposed: "main tbody tr:last-child th a",
};
