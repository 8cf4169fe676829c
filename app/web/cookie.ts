/** Behind https the prefix makes browsers refuse any cookie of that name that is not ours. */
const nameFor = (secure: boolean) => (secure ? "__Host-puente" : "puente");

export function sessionToken(request: Request, secure: boolean): string | null {
  const name = nameFor(secure);
  for (const part of (request.headers.get("cookie") ?? "").split(";")) {
    const [key, value] = part.trim().split("=", 2);
    if (key === name && value) return value;
  }
  return null;
}

export const sessionCookie = (token: string, secure: boolean) =>
  `${nameFor(secure)}=${token}; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;

export const endedCookie = (secure: boolean) => `${sessionCookie("", secure)}; Max-Age=0`;
