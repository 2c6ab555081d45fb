import * as z from 'zod';

// zod probes `new Function` for speed; under the extension's Content Security Policy that is a logged violation.
z.config({ jitless: true });

export { z };
