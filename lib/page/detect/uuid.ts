/** Source of an expression for a UUID of any version: an ID of several vendors' calls, and of most other records. */
export const uuidPattern = [8, 4, 4, 4, 12].map((length) => `[\\da-fA-F]{${length}}`).join('-');

const uuid = new RegExp(`^${uuidPattern}$`);

/** Whether an ID has the form of a UUID. */
export const isUuid = (id: string): boolean => uuid.test(id);

/** An ID as its provider writes it: a UUID in small letters, whatever its case on screen (RFC 9562, section 4). */
export const asWritten = (id: string): string => (isUuid(id) ? id.toLowerCase() : id);
