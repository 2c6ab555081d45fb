// Each part prints its table and writes its figures to test/.results.
await import('./scan');
await import('./marks');
const { redaction } = await import('./redaction');
redaction();
const { reading } = await import('./reading');
await reading();
const { records } = await import('./records');
await records();
const { picture } = await import('./picture');
await picture();
