import { redactText } from '../../lib/redaction/redact';
import { transcripts } from '../fixtures/transcripts';

/** Prints how long masking takes for a megabyte of ordinary transcripts. */
export function redaction(): void {
  const text = transcripts.map((turns) => turns.join('\n')).join('\n');
  redactText(text);
  const before = process.cpuUsage();
  redactText(text);
  const { user, system } = process.cpuUsage(before);
  console.log(`redaction: ${Math.round((user + system) / 1000 / (text.length / 2 ** 20))} ms per MB of transcripts`);
}
