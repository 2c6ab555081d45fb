/** How much load is put on: a little in `npm test`, the threat model's own count in `npm run trust`. */
export const count = (small: number, full: number): number => (process.env['TRUST'] === 'full' ? full : small);
