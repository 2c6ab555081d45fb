// @vitest-environment node
import { expect, it, test } from 'vitest';
import { writeNote, defaultNote } from '../../../lib/export/note';
import { callsCsv } from '../../../lib/export/csv';
import { summarize } from '../../../lib/call/summarize';
import { read } from '../../../lib/storage/item';
import { connectionsItem } from '../../../lib/storage/items';
import { providerById } from '../../../lib/providers';
import { callOf } from '../../../lib/worker/calls/callOf';
import { inZone } from '../../../lib/worker/calls/inZone';
import { saveConnection } from '../../../lib/worker/connections';
import { exportSettings } from '../../../lib/worker/exportSettings';
import { SettingsFile } from '../../../lib/worker/settingsFile';
import { call as whole } from '../../fixtures/call';

const ref = { provider: 'omnidimension', connection: 'c', id: '50958' };
const documented = providerById('omnidimension').samples.documented['/calls/logs/50958']!;
const zone = 'America/New_York';

it('reads every time of the documented call that has no zone, and leaves what was sent', () => {
  const plain = callOf(ref, documented);
  const call = callOf(ref, documented, zone);
  expect(plain.startedAt).toEqual({ text: '05/04/2026 14:46:15' });
  expect(call.startedAt).toEqual({ text: '05/04/2026 14:46:15', iso: '2026-05-04T18:46:15.000Z', zone });
  const turns = call.transcripts[0]!.turns;
  expect(turns.filter(({ at }) => at && at.iso === undefined)).toEqual([]);
  expect(turns.find(({ at }) => at)?.at).toEqual({
    text: '05/04/2026 14:43:00',
    iso: '2026-05-04T18:43:00.000Z',
    zone,
  });
  expect(call.raw).toEqual(plain.raw);
});

it('goes with the call into lists, notes and tables', () => {
  const call = callOf(ref, documented, zone);
  expect(summarize(call).startedAt?.iso).toBe('2026-05-04T18:46:15.000Z');
  const { text } = writeNote(call, { provider: 'p', connection: 'c' }, defaultNote);
  expect(text).toContain('Started: 2026-05-04T18:46:15.000Z');
  expect(callsCsv([summarize(call)])).toContain('2026-05-04T18:46:15.000Z');
});

test.each([
  ['2026-07-03 10:30:00', false, '2026-07-03T14:30:00.000Z'],
  ['2026-07-03T10:30', false, '2026-07-03T14:30:00.000Z'],
  ['2026-07-03T10:30:00.250', false, '2026-07-03T14:30:00.250Z'],
  ['07/03/2026 10:30:00', true, '2026-07-03T14:30:00.000Z'],
  ['07/03/2026 10:30:00', false, undefined],
  ['13/03/2026 10:30:00', true, undefined],
  ['02/30/2026 10:30:00', true, undefined],
  ['2026-07-03 25:30:00', true, undefined],
  ['2026-07-03', true, undefined],
  ['14:00', true, undefined],
  ['tomorrow', true, undefined],
])('%s, the month first: %s, is %s', (text, isMonthFirst, iso) => {
  const startedAt = { text };
  const { startedAt: found } = inZone({ ...whole, startedAt }, { zone, isMonthFirst });
  expect(found).toEqual(iso ? { text, iso, zone } : { text });
});

it('leaves a time whose zone is stated', () => {
  const startedAt = { text: '2026-07-03T10:30:00Z', iso: '2026-07-03T10:30:00.000Z' };
  expect(inZone({ ...whole, startedAt }, { zone, isMonthFirst: true }).startedAt).toBe(startedAt);
});

it('is stated by a connection, and goes with its settings; one that this browser does not know is left out of them', async () => {
  await saveConnection({ id: 'c', provider: 'omnidimension', label: 'Mine', zone });
  const file = await exportSettings();
  const zones = (text: string) => SettingsFile.parse(JSON.parse(text)).connections.map((each) => each.zone);
  expect(zones(file)).toEqual([zone]);
  expect(zones(file.replace(zone, 'Mars/Olympus'))).toEqual([undefined]);
  await saveConnection({ id: 'c', provider: 'omnidimension', label: 'Mine' });
  expect((await read(connectionsItem)).map((each) => each.zone)).toEqual([undefined]);
});
