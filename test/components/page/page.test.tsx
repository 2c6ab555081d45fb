import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NotRead } from '../../../components/page/NotRead';
import { PageCalls } from '../../../components/page/PageCalls';
import { RecordCallList } from '../../../components/page/RecordCallList';
import { SiteBar } from '../../../components/page/SiteBar';
import { TeachForm } from '../../../components/page/TeachForm';
import { SitesSection } from '../../../components/settings/SitesSection';
import type { Barrier } from '../../../lib/browser/unreadable';
import type { SiteSwitch } from '../../../lib/hooks/usePageCalls';
import type { SiteRule } from '../../../lib/page/detect/rules';
import type { RecordCalls } from '../../../lib/call/callList';
import type { ProviderInfo } from '../../../lib/call/providerInfo';
import type { PageCall } from '../../../lib/page/protocol';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the site on screen', () => {
  const shown = (rest: Partial<SiteSwitch>) => {
    const handlers = { onEnable: vi.fn<() => void>(), onDisable: vi.fn<() => void>(), onOnce: vi.fn<() => void>() };
    const site = {
      host: 'crm.example.com',
      enabled: false,
      managed: false,
      locked: false,
      once: false,
      refused: false,
    };
    render(<SiteBar {...site} {...handlers} {...rest} />);
    return handlers;
  };

  it('can be enabled, in the click itself, or read once', async () => {
    const { onEnable, onOnce } = shown({});
    await userEvent.click(button('Enable on this site'));
    expect(onEnable).toHaveBeenCalledOnce();
    await userEvent.click(button('Just this once'));
    expect(onOnce).toHaveBeenCalledOnce();
  });

  it('can be disabled', async () => {
    const { onDisable } = shown({ enabled: true });
    screen.getByText('Showing calls of crm.example.com');
    await userEvent.click(button('Disable on this site'));
    expect(onDisable).toHaveBeenCalledOnce();
    expect(screen.queryByRole('button', { name: 'Enable on this site' })).toBeNull();
  });

  it('may still be enabled after it was read once', () => {
    shown({ once: true });
    screen.getByText(/until you leave it/);
    expect(screen.queryByRole('button', { name: 'Just this once' })).toBeNull();
    button('Enable on this site');
  });

  it('says that the browser’s question was answered with no', () => {
    shown({ refused: true });
    expect(screen.getByRole('alert').textContent).toContain('The browser did not allow it');
  });

  it.each<[Barrier, string]>([
    ['browser', 'no extension read this page'],
    ['store', 'its store'],
    ['pdf', 'PDF viewer'],
    ['file', 'a file on your computer'],
    ['insecure', 'without encryption'],
  ])('that cannot be read (%s) says why and offers nothing', (barrier, words) => {
    shown({ barrier });
    screen.getByText(new RegExp(words));
    expect(screen.queryByRole('button')).toBeNull();
  });
});

const confirmed: PageCall = {
  id: '50958',
  reason: 'label',
  state: 'confirmed',
  call: {
    ref: { provider: 'omnidimension', connection: 'a', id: '50958' },
    status: { raw: 'completed', kind: 'completed' },
    flags: [],
  },
};
const candidate: PageCall = { id: '3517893', reason: 'label', label: 'Omni call', state: 'candidate' };

describe('the calls of a page', () => {
  it('are buttons that begin with the ID; only those not confirmed can be said to be none', async () => {
    const onOpen = vi.fn<(call: PageCall) => void>();
    const onNotAnId = vi.fn<(call: PageCall) => void>();
    render(<PageCalls calls={[confirmed, candidate]} askOnPoint={false} {...{ onOpen, onNotAnId }} />);
    const list = within(screen.getByRole('list', { name: 'Calls on this page' }));
    list.getByRole('button', { name: /^50958\s?Completed/ });
    await userEvent.click(list.getByRole('button', { name: /^3517893.*Asking.*beside “Omni call”/ }));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(candidate);
    const [none, ...others] = list.getAllByRole('button', { name: /^Not a call ID/ });
    expect(others).toEqual([]);
    await userEvent.click(none!);
    expect(onNotAnId).toHaveBeenCalledExactlyOnceWith(candidate);
  });

  it('that wait to be pointed at, or for the budget, say so', () => {
    const later: PageCall = { ...candidate, id: '3517894', state: 'later' };
    render(<PageCalls calls={[candidate, later]} askOnPoint onOpen={() => {}} />);
    button(/^3517893.*Not asked about yet/);
    button(/^3517894.*a few calls at a time/);
  });
});

describe('what could not be read', () => {
  it('is counted, and allowed by one button', async () => {
    const onAllow = vi.fn<(origins: string[]) => void>();
    const frame = { why: 'frame' as const, origin: 'https://calls.example.com' };
    render(<NotRead parts={[frame, frame, { why: 'frame' }]} onAllow={onAllow} onLookUp={() => {}} />);
    screen.getByText('2 frames need permission.');
    screen.getByText('1 frame of this page cannot be read.');
    await userEvent.click(button('Allow calls.example.com'));
    expect(onAllow).toHaveBeenCalledExactlyOnceWith(['https://calls.example.com']);
  });

  it('is a picture: its IDs are looked up by hand', async () => {
    const onLookUp = vi.fn<() => void>();
    render(<NotRead parts={[{ why: 'canvas' }]} onAllow={() => {}} onLookUp={onLookUp} />);
    screen.getByText(/canvas not readable/);
    await userEvent.click(button('Look up an ID'));
    expect(onLookUp).toHaveBeenCalledOnce();
  });
});

describe('the calls of a contact', () => {
  const record = { canSearch: true, searching: true, search: () => {}, retry: () => {}, stop: () => {} };
  const shown = (found: RecordCalls[] | undefined, rest = {}) =>
    render(
      <RecordCallList
        record={{ ...record, found, ...rest }}
        providerName={(id) => id}
        onOpen={() => {}}
        onNext={() => {}}
      />,
    );

  it('say for whom they wait, and can be given up', async () => {
    const stop = vi.fn<() => void>();
    const until = Date.now() + 60_000;
    const waiting = { provider: 'omnidimension', name: 'OmniDimension', connections: ['a'], until, why: 'asked' };
    shown(undefined, { waiting, stop });
    await screen.findByText(/^Waits for OmniDimension until/);
    await userEvent.click(button('Stop'));
    expect(stop).toHaveBeenCalledOnce();
  });

  it('come with by what each account was searched', () => {
    shown([
      {
        connection: 'a',
        label: 'Clinic',
        provider: 'highlevel',
        calls: [],
        searched: { by: 'contactId', values: ['x'] },
      },
      {
        connection: 'd',
        label: 'Dentist',
        provider: 'highlevel',
        calls: [],
        searched: { by: 'contactId', values: ['x'], newest: 50 },
      },
      {
        connection: 'b',
        label: 'Support',
        provider: 'omnidimension',
        calls: [confirmed.call!],
        searched: { by: 'phone', values: ['+14155550142'], among: 150 },
      },
      { connection: 'c', label: 'Sales', provider: 'dialnexa', calls: [], failure: { code: 'key-rejected' } },
    ]);
    const list = within(screen.getByRole('list', { name: 'Calls of this contact' }));
    list.getByRole('button', { name: /^50958/ });
    screen.getByText('Clinic: searched by contact ID');
    screen.getByText('Dentist: searched by contact ID, only the newest 50: there may be more');
    screen.getByText('Support: searched by +14155550142 among the latest 150 calls');
    expect(screen.getByRole('alert').textContent).toContain('Sales');
  });

  it('wait for a click where nothing may be asked unprompted', async () => {
    const search = vi.fn<() => void>();
    shown(undefined, { searching: false, search });
    await userEvent.click(button('Search the calls of this contact'));
    expect(search).toHaveBeenCalledOnce();
  });

  it('say that none was found, and that nobody could be searched', () => {
    shown([
      { connection: 'a', label: 'Clinic', provider: 'highlevel', calls: [], searched: { by: 'phone', values: ['1'] } },
    ]);
    screen.getByText('No call with this contact was found.');
    cleanup();
    shown([{ connection: 'a', label: 'Clinic', provider: 'highlevel', calls: [] }]);
    screen.getByText(/nothing the connected accounts can be searched by/);
  });
});

const provider = (id: string, name: string): ProviderInfo => ({
  id,
  name,
  regions: [],
  account: [],
  keyHelp: '',
  keyPage: '',
  scopes: [],
  filters: [],
  hasOpaqueIds: false,
  samples: ['50958'],
});

describe('teaching an ID', () => {
  const shown = () => {
    const handlers = {
      onCount: vi.fn<(rule: SiteRule) => Promise<number>>(async (rule) => (rule.kind === 'label' ? 1 : 4)),
      onSave: vi.fn<(rule: SiteRule) => void>(),
      onCancel: vi.fn<() => void>(),
    };
    render(
      <TeachForm
        taught={{ id: '3517893', label: 'Omni call', pattern: '\\d{7}', address: '', frame: 0, at: '' }}
        providers={[provider('omnidimension', 'OmniDimension')]}
        {...handlers}
      />,
    );
    return handlers;
  };

  it('counts what a rule finds, and saves it', async () => {
    const { onSave } = shown();
    await screen.findByText('It finds 1 ID on this page.');
    await userEvent.click(screen.getByRole('radio', { name: 'By how they look' }));
    await screen.findByText('It finds 4 IDs on this page.');
    await userEvent.click(button('Save rule'));
    expect(onSave).toHaveBeenCalledExactlyOnceWith({ kind: 'pattern', pattern: '\\d{7}', provider: 'omnidimension' });
  });

  it.each([
    ['(', 'no regular expression'],
    ['\\d*', 'matches an empty text'],
    ['(a+)+b', 'could make pages slow'],
  ])('refuses the pattern %s', async (pattern, words) => {
    const { onSave, onCount } = shown();
    await userEvent.click(screen.getByRole('radio', { name: 'By how they look' }));
    const box = screen.getByRole('textbox', { name: 'Pattern' });
    await userEvent.clear(box);
    await userEvent.paste(pattern);
    expect(screen.getByRole('alert').textContent).toContain(words);
    await userEvent.click(button('Save rule'));
    expect(onSave).not.toHaveBeenCalled();
    expect(onCount.mock.calls.some(([rule]) => rule.kind === 'pattern' && rule.pattern === pattern)).toBe(false);
  });
});

describe('the sites of the options page', () => {
  const rule: SiteRule = { kind: 'label', label: 'Omni call', provider: 'omnidimension' };
  const shown = () => {
    const handlers = {
      onEnable: vi.fn<(patterns: string[]) => void>(),
      onDisable: vi.fn<(patterns: string[]) => void>(),
      onRemoveRule: vi.fn<(pattern: string, rule: SiteRule) => void>(),
    };
    const pattern = 'https://crm.example.com/*';
    render(
      <SitesSection
        sites={[
          {
            name: 'crm.example.com',
            hosts: ['crm.example.com'],
            patterns: [pattern],
            rules: [{ pattern, rule }],
            granted: true,
          },
        ]}
        known={[{ name: 'Close', origins: ['https://app.close.com/*'] }]}
        refused={false}
        locked={false}
        providerName={() => 'OmniDimension'}
        patternOf={(address) => (address.includes('.') ? `https://${address}/*` : undefined)}
        {...handlers}
      />,
    );
    return handlers;
  };

  it('are listed with what they were taught; each can be taken back', async () => {
    const { onDisable, onRemoveRule } = shown();
    const sites = within(screen.getByRole('list', { name: 'Sites' }));
    await userEvent.click(sites.getByRole('button', { name: 'Remove rule: Beside “Omni call”: OmniDimension' }));
    expect(onRemoveRule).toHaveBeenCalledExactlyOnceWith('https://crm.example.com/*', rule);
    await userEvent.click(sites.getByRole('button', { name: 'Disable crm.example.com' }));
    expect(onDisable).toHaveBeenCalledExactlyOnceWith(['https://crm.example.com/*']);
  });

  it('are added in one click, or by address', async () => {
    const { onEnable } = shown();
    await userEvent.click(button('Enable Close'));
    expect(onEnable).toHaveBeenLastCalledWith(['https://app.close.com/*']);
    const form = within(screen.getByRole('form', { name: 'Add site' }));
    const box = form.getByRole('textbox', { name: 'Site address' });
    await userEvent.type(box, 'nonsense{Enter}');
    expect(form.getByRole('alert').textContent).toContain('Give the address of one site');
    expect(onEnable).toHaveBeenCalledOnce();
    await userEvent.clear(box);
    await userEvent.type(box, 'calls.example.com');
    await userEvent.click(form.getByRole('button', { name: 'Enable' }));
    expect(onEnable).toHaveBeenLastCalledWith(['https://calls.example.com/*']);
  });
});
