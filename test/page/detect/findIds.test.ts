import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { findIds } from '../../../lib/page/detect/findIds';
import { isId, type ProviderIds } from '../../../lib/page/detect/idShapes';
import { idShapes, providerPages } from '../../../lib/providers/idShapes';
import { labels } from '../../../lib/providers/labels';

const hex = '507f1f77bcf86cd799439011';
const found = (text: string) =>
  findIds(text, idShapes, labels, providerPages).map(({ id, reason }) => `${id} ${reason}`);

describe('a single ID', () => {
  it.each([
    ['50958', 'bare'],
    [' 50958\n', 'bare'],
    ['#50958', 'bare'],
    [hex, 'bare'],
    ['call_x9y3zp4mq7r1', 'prefix'],
    ['log_abc123', 'prefix'],
    ['call_mfgsn90vwcozgb', 'prefix'],
  ])('%j', (text, reason) => {
    expect(found(text)).toEqual([`${text.replace(/[\s#]/g, '')} ${reason}`]);
  });

  it('names every provider whose IDs look so', () => {
    const both = { ...idShapes, other: [{ kind: 'bare', pattern: '\\d{5}' }] } satisfies ProviderIds;
    expect(findIds('50958', both, labels)[0]?.providers).toEqual(['omnidimension', 'other']);
    expect(findIds('123456789012345678901234', idShapes, labels)[0]?.providers).toEqual(['highlevel']);
  });
});

describe('labels', () => {
  it.each([
    'Call ID: 50958',
    'call id 50958',
    'Call ID is 50958.',
    'the Call-ID (50958) of today',
    'call_log_id=50958',
    '"call_id": 50958,',
    "callLogId: '50958'",
    '{"data":{"callId":"50958"}}',
    'Call log 50958',
    'Call log: 50958, completed',
    'Call #50958 was fine',
    'Call no. 50958',
    'Anruf Nr. 50958',
    'Samtal #50958',
    '통화 번호: 50958',
    'Call 50958',
    'Call 50958 – completed',
    'Omni call 50958',
    'OmniDimension ID 50958',
    'Call ID\n50958',
    'Call ID:\n\n  50958',
    'Call ID\t50958',
    'Anruf-ID: 50958',
    'Anrufprotokoll 50958',
    'Gesprächs-ID 50958',
    'ID des Anrufs: 50958',
    "ID de l'appel : 50958",
    'Identifiant d’appel 50958',
    'ID de llamada: 50958',
    'Número de llamada 50958',
    'ID chiamata: 50958',
    'ID da chamada: 50958',
    'ID da ligação 50958',
    'Oproep-ID 50958',
    'Gesprek-ID: 50958',
    'ID połączenia: 50958',
    'Arama kimliği: 50958',
    'Çağrı ID: 50958',
    'ID звонка: 50958',
    '通話ID：50958を確認してください',
    '通话编号：50958',
    '呼叫ID: 50958',
  ])('%j', (text) => expect(found(text)).toEqual(['50958 label']));

  it('hold for a list', () => {
    expect(found('Call IDs: 50958, 50959 and 50960')).toEqual(['50958 label', '50959 label', '50960 label']);
  });

  it('say which words they are', () => {
    expect(findIds('see Call log ID: 50958', idShapes, labels)[0]).toEqual({
      id: '50958',
      providers: ['omnidimension'],
      reason: 'label',
      label: 'Call log ID',
    });
  });
});

describe('a column', () => {
  it('reads every line, each ID once', () => {
    expect(found(`50958\n88247\r\n- 88248\n"88249",\n50958\ncall_x9y3zp4mq7r1\n${hex}`)).toEqual([
      '50958 bare',
      '88247 bare',
      '88248 bare',
      '88249 bare',
      'call_x9y3zp4mq7r1 prefix',
      `${hex} bare`,
    ]);
  });
});

describe('a copied table', () => {
  it.each(['\t', ';', ','])('reads the column below its header (%j)', (comma) => {
    const rows = [
      ['Name', 'Call ID', 'Amount'],
      ['Ann', '50958', '70000'],
      ['Bo', hex, '80000'],
    ];
    expect(found(rows.map((row) => row.join(comma)).join('\n'))).toEqual(['50958 label', `${hex} label`]);
  });
});

describe('URLs', () => {
  it.each([
    ['https://omnidim.io/call-logs/50958', '50958 link'],
    ['https://omnidim.io/api/v1/recording/50958?token=0123456789abcdef0123456789abcdef', '50958 link'],
    ['https://backend.omnidim.io/web/content?model=bot.call.recording&filename=50958.wav', '50958 link'],
    ['see https://recordings.dialnexa.com/call_abc123.mp3 please', 'call_abc123 link'],
    ['https://crm.example.com/x?call_id=50958&tab=2', '50958 link'],
    ['https://crm.example.com/#/calls/50958', '50958 link'],
    ['https://crm.example.com/calls/50958', '50958 link'],
    [`https://crm.example.com/voice#callId=${hex}`, `${hex} link`],
    ['https://crm.example.com/lead/call_x9y3zp4mq7r1', 'call_x9y3zp4mq7r1 link'],
  ])('%s', (text, expected) => expect(found(text)).toEqual([expected]));

  it.each([
    'see https://example.com/orders/50958 for more',
    'https://example.com/orders/50958',
    'and https://crm.example.com/calls/50958 there',
    `and https://crm.example.com/contacts/${hex} there`,
    'https://omnidim.io/agent/1870',
    'https://50958.example.com/',
    'https://example.com/p-50958-blue',
  ])('no ID: %s', (text) => expect(found(text)).toEqual([]));
});

describe('no IDs', () => {
  it.each([
    'We sold 50958 chairs in 2024.',
    'Order 50958 was shipped',
    'Call +1 415 555 0134',
    'Call 50958 to vote',
    'please call 50958 now',
    'Call ID: 415-555-0134',
    'Call log: 120 seconds',
    'Call log 2024-03-01',
    'Call log 03/01/2024 12:30',
    'Call log 2024',
    'Call log: 250 calls',
    'Calls: 4500',
    // A count, an ordinal or a number to dial beside the word for a call, as tabs, tiles and lists have them.
    'Call 3',
    'Call #3',
    'Call no. 12',
    'Call 911',
    'Call 1280',
    'Call log (1280)',
    'Anrufprotokoll 1280',
    'Call (128)',
    'Call log 12',
    'Call log (128)',
    'Call logs 1280',
    'Call logs (5280)',
    'Call records: 5280',
    'Anruf 12',
    'Anruf Nr. 3',
    'Anrufe 1280',
    'Anrufprotokoll (128)',
    'Gespräch 7',
    'Chiamata 12',
    'Chiamata n. 12',
    'Chiamate 1280',
    'Appel 3',
    'Appel n° 3',
    'Historique des appels 1280',
    'Llamada 12',
    'Registro de llamadas (1280)',
    'Chamada 12',
    'Ligação 112',
    'Oproep 3',
    'Gesprekken 1280',
    'Samtal 1280',
    'Opkald 1280',
    'Anrop (1280)',
    'Puhelu 12',
    'Puhelut 1280',
    'Połączenie 3',
    'Dziennik połączeń 1280',
    'Rozmowa 12',
    'Hovor 3',
    'Hívás 12',
    'Apel 112',
    'Arama 12',
    'Görüşme 3',
    'Звонок 12',
    'Звонок № 3',
    'Журнал звонков 1280',
    'Дзвінок 12',
    'Κλήση 12',
    '通話 1280',
    '通話履歴 128',
    'コール 1280',
    '通话 1280',
    '通话记录 128',
    '통화 1280',
    'مكالمة 12',
    'שיחה 12',
    '3 calls',
    'Call log: 1280 Anrufe',
    'Journal: 12 appels',
    'ID chiamata: 1280 chiamate',
    'Call log: 1280 minuti',
    '通話記録 1280件',
    '通话记录: 1280 次',
    'Calls 4500',
    'Call: 4500',
    'Record ID: 50958',
    'Call cost $50958',
    'Call duration: 50958',
    'Call center ID: 50958',
    'Recall ID 50958',
    'Callback ID: 50958',
    'Ticket ID: 50958',
    'Call ID 1,250.50',
    '50958@example.com',
    'jane.50958@example.com',
    'call_x9y3zp4mq7r1@example.com',
    '3f2b1c9a-50958-4f6b-9d7e',
    `a${hex}`,
    `${hex}0`,
    'call_status',
    'call_to_action',
    'call_recording',
    'call_transcription',
    'call_a1b2c',
    'obj.call_x9y3zp4mq7r1()',
    'call_x9y3zp4mq7r1_old',
    'recall_x9y3zp4mq7r1',
    'cus_x9y3zp4mq7r1 acti_x9y3zp4mq7r1 ghp_x9y3zp4mq7r1',
    '+14155550134',
    '(415) 555-0134',
    '12.03.2024',
    '€ 1.250',
  ])('%j', (text) => expect(found(text)).toEqual([]));
});

describe('any text', () => {
  it('gives IDs of known shapes, each once', () => {
    const piece = fc.constantFrom(
      'call id ',
      '50958',
      'call_x9y3zp4mq7r1',
      hex,
      '\n',
      ', ',
      'https://a.example/',
      '-',
      'İ',
      '@',
      '"',
      '[',
      '|',
      '\t',
      ';',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' }))), (pieces) => {
        const all = findIds(pieces.join(''), idShapes, labels, providerPages);
        for (const { id, providers } of all)
          expect(providers.some((each) => isId(id, idShapes[each] ?? []))).toBe(true);
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      }),
    );
  });
});
