import { index, prefix, type RouteConfig, route } from "@remix-run/route-config";

/** The site map: every address and the page behind it. `:l` is es, ja or en. */
export default [
  index("catalogue/language.route.tsx"),
  route("v/:number", "certificates/short-address.route.tsx"),
  route("dev/mail", "demo/mail-reader.route.tsx"),
  route("dev/gallery", "demo/gallery-language.route.tsx"),

  ...prefix(":l", [
    index("catalogue/home.route.tsx"),

    // anyone
    route("workshops", "catalogue/catalogue.route.tsx"),
    route("workshops/:code", "catalogue/workshop.route.tsx"),
    route("workshops/:code/calendar.ics", "catalogue/calendar.route.tsx"),
    route("verify", "certificates/verify.route.tsx"),
    route("verify/:number", "certificates/verification.route.tsx"),
    route("sign-in", "sign-in/sign-in.route.tsx"),
    route("sign-out", "sign-in/sign-out.route.tsx"),
    route("password", "sign-in/password-link.route.tsx"),
    route("password/:token", "sign-in/password.route.tsx"),
    route("first-administrator/:token", "accounts/first-administrator.route.tsx"),

    // whoever builds pages, in the demo
    route("dev/gallery", "demo/gallery.route.tsx"),

    // officials
    route("workshops/:code/enrolment", "enrolment/enrolment.route.tsx"),
    route("workshops/:code/enrolment/withdrawal", "enrolment/withdrawal.route.tsx"),
    route("me", "enrolment/me.route.tsx"),
    route("me/certificates", "certificates/my-certificates.route.tsx"),
    route("me/certificates/:file", "certificates/my-certificate.route.tsx"),
    route("me/profile", "people/profile.route.tsx"),
    route("me/privacy", "privacy/privacy.route.tsx"),
    route("me/privacy/data.json", "privacy/my-data.route.ts"),

    // coordinators and instructors
    route("desk", "desk/desk.route.tsx"),
    route("desk/workshops/new", "workshops/workshop-new.route.tsx"),
    route("desk/workshops/:code", "desk/overview.route.tsx"),
    route("desk/workshops/:code/details", "desk/details.route.tsx"),
    route("desk/workshops/:code/state", "desk/state.route.tsx"),
    route("desk/workshops/:code/sessions/new", "timetable/session-new.route.tsx"),
    route("desk/workshops/:code/sessions/:n", "timetable/session.route.tsx"),
    route("desk/workshops/:code/sessions/:n/removal", "attendance/session-removal.route.tsx"),
    route("desk/workshops/:code/sessions/:n/attendance", "attendance/sheet.route.tsx"),
    route("desk/workshops/:code/participants", "desk/participants.route.tsx"),
    route("desk/workshops/:code/completion", "attendance/completion.route.tsx"),
    route("desk/workshops/:code/certificates", "certificates/issue.route.tsx"),
    route("desk/workshops/:code/certificates/:file", "certificates/certificate.route.tsx"),
    route("desk/workshops/:code/messages", "desk/messages.route.tsx"),

    // managers
    route("progress", "progress/progress.route.tsx"),
    route("progress/workshops", "progress/workshops.route.tsx"),
    route("progress/people", "progress/people.route.tsx"),

    // administrators
    route("admin", "admin/admin.route.tsx"),
    route("admin/accounts", "accounts/accounts.route.tsx"),
    route("admin/accounts/new", "accounts/account-new.route.tsx"),
    route("admin/accounts/:id", "accounts/account.route.tsx"),
    route("admin/institutions", "admin/institutions.route.tsx"),
    route("admin/institutions/new", "institutions/institution-new.route.tsx"),
    route("admin/institutions/:code", "institutions/institution.route.tsx"),
    route("admin/programmes", "admin/programmes.route.tsx"),
    route("admin/programmes/new", "programmes/programme-new.route.tsx"),
    route("admin/programmes/:code", "programmes/programme.route.tsx"),
  ]),

  route("*", "web/not-found.route.tsx"),
] satisfies RouteConfig;
