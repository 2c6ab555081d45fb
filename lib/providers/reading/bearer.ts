/** The key as a bearer token (RFC 6750 §2.1), as most vendors want it. */
export const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
