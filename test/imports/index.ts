import { judge } from './judge';
import { readTree } from './tree';

const { written, others } = await readTree();
const faults = judge(written, others);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
