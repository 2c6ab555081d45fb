import type { Call, Turn } from '../../lib/call';

export const names = { provider: 'OmniDimension', connection: 'Support line' };

export const turn = (text: string, rest: Partial<Turn> = {}): Turn => ({
  speaker: 'customer',
  speakerRaw: 'user',
  text,
  ...rest,
});

/** A call with the least a provider may send. */
export const emptyCall: Call = {
  ref: { provider: 'omnidimension', connection: 'c1', id: '50958' },
  flags: [],
  transcripts: [],
  extracted: [],
  actions: [],
  deliveries: [],
  metrics: [],
  issues: [],
  recording: { kind: 'none' },
  raw: null,
  masked: [],
  problems: [],
};

export const fullCall: Call = {
  ...emptyCall,
  status: { raw: 'did_not_pick', kind: 'no-answer' },
  sentiment: { raw: 'Positive', kind: 'positive' },
  startedAt: { text: '05/04/2026 14:46:15' },
  duration: 192,
  summary: 'Asked for <b>a table</b> & more.\nWill call again.',
  from: '+14155550100',
  transcripts: [
    {
      kind: 'original',
      turns: [
        turn('Hello, how may I help?', { speaker: 'agent', offset: 0, endOffset: 2.5 }),
        turn('A table <please>\n\nfor two --> me & you', { offset: 3 }),
        turn('{"ok":true}', { speaker: 'tool' }),
        turn('Done.', { speaker: 'agent', offset: 6.25 }),
      ],
    },
  ],
  extracted: [
    { name: 'party_size', value: 2, absent: false, pointer: '/a' },
    { name: 'email', value: 'Not provided', absent: true, pointer: '/b' },
    { name: 'token', value: '••••••', absent: false, pointer: '/c' },
    { name: 'note', value: '=HYPERLINK("x")', absent: false, pointer: '/d' },
  ],
  actions: [{ type: 'SMS', name: 'Send the address', parameters: [], succeeded: false, pointer: '/e' }],
  masked: ['/c'],
  raw: { c: '••••••' },
};
