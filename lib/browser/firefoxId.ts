/** Of no domain, so that nobody else can have it. It never changes: the browser knows updates and policies by it. */
export const firefoxId = '{6c1f2f0e-9d53-4b7a-8a3e-5d0c41c7e2b9}';
