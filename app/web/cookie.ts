/** Behind https the prefix makes browsers refuse any cookie of that name that is not ours. */
const nameFor = (secure: boolean) => (secure ? "__Host-puente" : "puente");
const formerNameFor = (secure: boolean) => `${nameFor(secure)}-former`;
const formerSeconds = 24 * 60 * 60;

export const sessionToken = (request: Request, secure: boolean) => readCookie(request, nameFor(secure));

/** The token of a session that was ended in this browser: by signing out in another tab, for example. */
export const formerToken = (request: Request, secure: boolean) => readCookie(request, formerNameFor(secure));

function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.get("cookie") ?? "").split(";")) {
    const [key, value] = part.trim().split("=", 2);
    if (key === name && value) return value;
  }
  return null;
}

export const sessionCookie = (token: string, secure: boolean) =>
  `${nameFor(secure)}=${token}; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;

/**
 * Ends the session's cookie. Its token opens nothing any more, but stays for a day under another name:
 * a form that is still open in another tab can so be told from one that a stranger sends.
 */
export function endingCookies(request: Request, secure: boolean): [name: string, value: string][] {
  const token = sessionToken(request, secure);
  const ended = `${sessionCookie("", secure)}; Max-Age=0`;
  return [ended, ...(token ? [formerCookie(token, secure)] : [])].map((cookie) => ["Set-Cookie", cookie]);
}

const formerCookie = (token: string, secure: boolean) =>
  sessionCookie(token, secure).replace(nameFor(secure), formerNameFor(secure)).concat(`; Max-Age=${formerSeconds}`);
