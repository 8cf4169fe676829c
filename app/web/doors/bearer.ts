/** The token of an `Authorization` header that says `Bearer …` (RFC 6750); empty where there is none. */
export const bearerOf = (authorization: string) => /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1] ?? "";
