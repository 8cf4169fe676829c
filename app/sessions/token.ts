import { hash, randomBytes } from "node:crypto";

/** 256 random bits; only their hash is kept. */
export const newToken = () => randomBytes(32).toString("base64url");

export const hashToken = (token: string) => hash("sha256", token, "base64url");
