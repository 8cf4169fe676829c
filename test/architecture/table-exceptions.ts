/** Folder → tables of a later folder that it uses all the same. Each has a reason, and each must still be needed. */
export const exceptions: { folder: string; does: "reads" | "writes"; tables: string[]; reason: string }[] = [
  {
    folder: "sessions",
    does: "reads",
    tables: ["account", "person", "roleGrant"],
    reason: "who is behind a cookie is one query on every request",
  },
  {
    folder: "sign-in",
    does: "reads",
    tables: ["account", "person", "roleGrant"],
    reason: "an account is found by its address, and a new password must not be made of its owner's names",
  },
  {
    folder: "attendance",
    does: "reads",
    tables: ["certificate"],
    reason: "whoever corrects a sheet is told of the certificates that keep what they say",
  },
  {
    folder: "nominations",
    does: "reads",
    tables: ["enrolment"],
    reason: "whoever is enrolled already is not nominated",
  },
  {
    folder: "enrolment",
    does: "reads",
    tables: ["mark"],
    reason: "that somebody was added is not undone once they were marked in a session",
  },
  {
    folder: "enrolment",
    does: "reads",
    tables: ["messageChoice", "messageRecipient"],
    reason: "nor once a message was written to them",
  },
  {
    folder: "people",
    does: "reads",
    tables: ["certificate"],
    reason: "whoever changes their certificate name is told of the certificates that keep the former one",
  },
  {
    folder: "db",
    does: "writes",
    tables: ["faculty", "institution", "message", "person", "programme", "room", "session", "venue", "workshop"],
    reason: "holding writes a column back as it is, once for all rooms",
  },
  {
    folder: "db",
    does: "reads",
    tables: ["account", "person"],
    reason: "whose an account is that was merged into another, is told once for all rooms",
  },
  {
    folder: "db",
    does: "writes",
    tables: [
      "account",
      "calendarFeed",
      "certificate",
      "enrolment",
      "faculty",
      "mail",
      "nomination",
      "outbox",
      "personMerge",
    ],
    reason: "what belongs to a person moves to another in a merge, once for all rooms",
  },
];
