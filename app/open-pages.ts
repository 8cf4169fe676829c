/** Pages that strangers read: their styles are in `app.css`, and whatever others need besides is in `whole.css`. */
export const openPages: readonly string[] = [
  "catalogue/home.route.tsx",
  "catalogue/catalogue.route.tsx",
  "catalogue/workshop.route.tsx",
  "catalogue/programme/programme.route.tsx",
  "certificates/verification/verify.route.tsx",
  "certificates/verification/verification.route.tsx",
  "web/errors/not-found.route.tsx",
];
