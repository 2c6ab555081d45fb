import { reading } from './reading';

const parts = [reading];
for (const part of parts) await part();
