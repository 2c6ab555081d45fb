import { expect, test } from 'vitest';
import { describe as say, nextStep } from '../../../components/ui/describe';
import type { NextStep } from '../../../lib/ui/takeStep';
import type { FailureCode } from '../../../lib/errors';

const context = { provider: 'DialNexa', connection: 'Support', id: 'call_1' };

const expected: Record<FailureCode, [step: NextStep, sentence: string]> = {
  'empty-text': ['edit', 'There is nothing to look up yet: type or paste a call ID.'],
  'no-ids': ['edit', 'No call ID was found in this text: paste an ID, a link to a call, or text with an ID in it.'],
  'no-connection': [
    'options',
    'No account of DialNexa is connected, so nobody can look up call call_1: add one in settings.',
  ],
  'not-found': ['edit', 'DialNexa has no call call_1 in “Support”: check the ID, or look it up in another connection.'],
  'key-missing': ['options', '“Support” has no API key yet: enter it in settings.'],
  'key-rejected': ['options', 'DialNexa did not accept the key of “Support”: check or replace it in settings.'],
  locked: ['unlock', 'Your API keys are locked: enter your passphrase, and this goes on.'],
  'passphrase-wrong': ['edit', 'This is not the passphrase: try again, or forget the keys and start over in settings.'],
  'scope-missing': [
    'options',
    'The key of “Support” lacks a permission that is needed here: add it at DialNexa, or use another key in settings.',
  ],
  'no-access': [
    'options',
    'The key of “Support” may not read call call_1: use a key of the account that the call belongs to.',
  ],
  'account-missing': ['options', 'DialNexa needs a location ID, and “Support” has none: enter it in settings.'],
  'payment-required': [
    'retry',
    'DialNexa wants the account behind “Support” to be paid up first: settle that at DialNexa, then try again.',
  ],
  'request-rejected': ['edit', 'DialNexa refused the request for call call_1: check that the ID is complete.'],
  'rate-limited': ['retry', 'DialNexa answers no more requests from “Support” for now: try again in a minute.'],
  'provider-down': ['retry', 'DialNexa has trouble on its side: try again in a minute.'],
  'provider-said': [
    'retry',
    'DialNexa answered with an error instead of call call_1: try again, or ask DialNexa about it.',
  ],
  'wrong-call': ['retry', 'DialNexa sent another call than call call_1, so it is not shown: try again.'],
  'host-permission': ['grant', 'The browser does not let this extension reach api.example.com yet: allow it once.'],
  unreachable: [
    'retry',
    'The connection to api.example.com failed: check the network and the address of “Support”, then try again.',
  ],
  offline: ['retry', 'This computer is offline: connect it to the network, then try again.'],
  'timed-out': ['retry', 'DialNexa did not answer in time: try again.'],
  'cut-off': ['retry', 'The answer of DialNexa broke off halfway: try again.'],
  'not-json': ['options', 'What api.example.com sent is not call data: check the address of “Support” in settings.'],
  html: [
    'options',
    'What api.example.com sent is a web page instead of call data: check the address of “Support” in settings.',
  ],
  'empty-body': ['retry', 'DialNexa sent an empty answer: try again.'],
  'too-large': [
    'retry',
    'The answer of DialNexa for call call_1 is too large to be read safely: open the call at DialNexa, or try again.',
  ],
  'too-deep': [
    'retry',
    'The answer of DialNexa for call call_1 is nested too deeply to be read safely: open the call at DialNexa, or try again.',
  ],
  'recording-expired': [
    'retry',
    'The link to the recording of call call_1 is no longer valid, and DialNexa gave no better one: try again, or open the call at DialNexa.',
  ],
  'recording-type': [
    'retry',
    'What DialNexa keeps as the recording of call call_1 is not a sound that this browser can play: try again, or ask DialNexa about it.',
  ],
  canceled: ['retry', 'The request for call call_1 was canceled: try again.'],
  'import-invalid': ['edit', 'This file does not hold settings of this extension: choose another file.'],
  'import-too-large': [
    'edit',
    'This settings file holds too much, and nothing of it was taken: at most 1 MB, 50 connections with labels of 80 characters, 200 sites, 200 rules a site.',
  ],
  'import-twice': [
    'edit',
    'Two connections in this settings file have the same ID, and nothing of it was taken: export the settings anew.',
  ],
  'too-many-connections': ['options', 'There can be 50 connections, and no more were added: remove some first.'],
  'stored-newer': [
    'options',
    'A newer version of this extension stored this, and this version cannot change it: update the extension, or see Your data in settings.',
  ],
  forbidden: ['options', 'Your organization does not allow this: ask your administrator.'],
  'worker-gone': ['retry', 'The browser stopped the extension before the answer came: try again.'],
  unexpected: ['retry', 'Something unforeseen went wrong with call call_1: try again.'],
};

test.each(Object.entries(expected))('%s says what, why and what next', (name, [step, sentence]) => {
  const code = name as FailureCode;
  expect(nextStep(code)).toBe(step);
  expect(say({ code, host: 'api.example.com', field: 'a location ID' }, context)).toBe(sentence);
});

test.each(Object.keys(expected))('%s is a sentence even where nothing is known about it', (name) => {
  const sentence = say({ code: name as FailureCode });
  expect(sentence).toMatch(/^[A-Z].*: .*\.$/);
  expect(sentence).not.toMatch(/[{}]|undefined|null/);
});

test('a rate limit with a time says when, and in how many seconds', () => {
  const now = Date.parse('2026-05-04T14:04:40Z');
  const sentence = say({ code: 'rate-limited', retryAt: '2026-05-04T14:05:10Z' }, context, now);
  expect(sentence).toMatch(/try again at \d\d:05:10.* \(in 30 s\)\.$/);
});

test('a rate limit whose time is over or unreadable falls back to a minute', () => {
  const now = Date.parse('2026-05-04T14:05:11Z');
  const when = (retryAt: string) => say({ code: 'rate-limited', retryAt }, context, now);
  expect(when('2026-05-04T14:05:10Z')).toContain('try again in a minute.');
  expect(when('soon')).toContain('try again in a minute.');
});

test('the HTTP status, the permission and the vendor’s own words are passed on', () => {
  expect(say({ code: 'provider-down', status: 503 }, context)).toContain('(HTTP 503)');
  expect(say({ code: 'scope-missing', scope: 'voice-ai.readonly' }, context)).toContain(
    'the permission voice-ai.readonly',
  );
  expect(say({ code: 'provider-said', said: 'Plan expired' }, context)).toMatch(/ DialNexa says: “Plan expired”$/);
});
