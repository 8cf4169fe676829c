import { index, prefix, type RouteConfig, route } from "@remix-run/route-config";

/** The site map: every address and the page behind it. `:l` is es, ja or en. */
export default [
  index("workshops/language.route.tsx"),
  route("v/:number", "certificates/short-address.route.tsx"),
  route("dev/mail", "mail/dev-mail.route.tsx"),

  ...prefix(":l", [
    index("workshops/home.route.tsx"),

    // anyone
    route("workshops", "workshops/catalogue.route.tsx"),
    route("workshops/:code", "enrolment/workshop.route.tsx"),
    route("workshops/:code/calendar.ics", "workshops/calendar.route.tsx"),
    route("verify", "certificates/verify.route.tsx"),
    route("verify/:number", "certificates/verification.route.tsx"),
    route("sign-in", "access/sign-in.route.tsx"),
    route("sign-out", "access/sign-out.route.tsx"),
    route("password", "access/password-link.route.tsx"),
    route("password/:token", "access/password.route.tsx"),
    route("first-administrator/:token", "people/first-administrator.route.tsx"),

    // officials
    route("workshops/:code/enrolment", "enrolment/enrolment.route.tsx"),
    route("workshops/:code/enrolment/withdrawal", "enrolment/withdrawal.route.tsx"),
    route("me", "enrolment/me.route.tsx"),
    route("me/certificates", "certificates/my-certificates.route.tsx"),
    route("me/certificates/:file", "certificates/my-certificate.route.tsx"),
    route("me/profile", "people/profile.route.tsx"),
    route("me/privacy", "people/privacy.route.tsx"),
    route("me/privacy/data.json", "people/my-data.route.ts"),

    // coordinators and instructors
    route("desk", "workshops/desk.route.tsx"),
    route("desk/workshops/new", "workshops/new.route.tsx"),
    route("desk/workshops/:code", "workshops/overview.route.tsx"),
    route("desk/workshops/:code/details", "workshops/details.route.tsx"),
    route("desk/workshops/:code/state", "workshops/state.route.tsx"),
    route("desk/workshops/:code/sessions/new", "workshops/session-new.route.tsx"),
    route("desk/workshops/:code/sessions/:n", "workshops/session.route.tsx"),
    route("desk/workshops/:code/sessions/:n/removal", "workshops/session-removal.route.tsx"),
    route("desk/workshops/:code/sessions/:n/attendance", "attendance/sheet.route.tsx"),
    route("desk/workshops/:code/participants", "attendance/roster.route.tsx"),
    route("desk/workshops/:code/completion", "attendance/completion.route.tsx"),
    route("desk/workshops/:code/certificates", "certificates/issue.route.tsx"),
    route("desk/workshops/:code/certificates/:file", "certificates/certificate.route.tsx"),
    route("desk/workshops/:code/messages", "enrolment/messages.route.tsx"),

    // managers
    route("progress", "progress/progress.route.tsx"),
    route("progress/workshops", "progress/workshops.route.tsx"),
    route("progress/people", "progress/people.route.tsx"),

    // administrators
    route("admin", "people/admin.route.tsx"),
    route("admin/accounts", "people/accounts.route.tsx"),
    route("admin/accounts/new", "people/account-new.route.tsx"),
    route("admin/accounts/:id", "people/account.route.tsx"),
    route("admin/institutions", "institutions/institutions.route.tsx"),
    route("admin/institutions/new", "institutions/institution-new.route.tsx"),
    route("admin/institutions/:code", "institutions/institution.route.tsx"),
    route("admin/programmes", "programmes/programmes.route.tsx"),
    route("admin/programmes/new", "programmes/programme-new.route.tsx"),
    route("admin/programmes/:code", "programmes/programme.route.tsx"),
  ]),

  route("*", "web/not-found.route.tsx"),
] satisfies RouteConfig;
