import { judge } from './judge';
import { isKnown } from './known';
import { readTree } from './tree';

const { written, others } = await readTree();
const faults = judge(written, others).filter((fault) => !isKnown(fault));
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
