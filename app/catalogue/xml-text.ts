const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Text as it stands between the tags of XML, or in its attributes. */
export const xmlText = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
