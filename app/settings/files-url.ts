/** An S3-compatible store, and the bucket in it that is ours. */
export type S3Place = {
  /** The bucket's address, such as `https://files.example/puente`. */
  bucketUrl: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/**
 * Reads `s3://key:secret@host:port/bucket?region=…&tls=off`. A key or a secret with `/`, `+` or `@` in it is written
 * with percent signs, as addresses ask for.
 * @returns null where it is none; it is never shown, as it holds a secret
 */
export function readFilesUrl(text: string): S3Place | null {
  if (!URL.canParse(text)) return null;
  const { protocol, username, password, host, pathname, searchParams, hash } = new URL(text);
  const bucket = /^\/([a-z0-9][a-z0-9.-]{1,62})\/?$/.exec(pathname)?.[1];
  const unknown = [...searchParams.keys()].filter((name) => name !== "region" && name !== "tls");
  const tls = searchParams.get("tls") ?? "on";
  const isOurs = protocol === "s3:" && username && password && host && bucket && unknown.length === 0 && hash === "";
  if (!isOurs || (tls !== "on" && tls !== "off")) return null;
  const [accessKeyId, secretAccessKey] = [decoded(username), decoded(password)];
  if (accessKeyId === null || secretAccessKey === null) return null;
  return {
    bucketUrl: `${tls === "on" ? "https" : "http"}://${host}/${bucket}`,
    region: searchParams.get("region") || "us-east-1",
    accessKeyId,
    secretAccessKey,
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
