import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { OwnProviders } from '../../../components/settings/OwnProviders';
import type { AddedProvider, ProviderInfo } from '../../../lib/call/providerInfo';
import { settingsLimits } from '../../../lib/call/settingsLimits';

afterEach(cleanup);

const info: ProviderInfo = {
  id: 'acme',
  name: 'Acme Voice',
  regions: [{ id: 'main', baseUrl: 'https://voice.acme.example' }],
  account: [],
  keyHelp: '',
  keyPage: '',
  scopes: [],
  filters: [],
  hasOpaqueIds: false,
  samples: [],
};
const file = (text: string) => new File([text], 'acme.json', { type: 'application/json' });

function show(said: AddedProvider, providers = [info]) {
  const onAdd = vi.fn<(text: string) => Promise<AddedProvider>>(async () => said);
  const onRemove = vi.fn<(id: string) => Promise<void>>(async () => {});
  render(<OwnProviders described={[info]} providers={providers} locked={false} onAdd={onAdd} onRemove={onRemove} />);
  return { onAdd, onRemove, input: screen.getByLabelText('Add a provider from a file', { selector: 'input' }) };
}

test('a file is added, or what is wrong with it is told', async () => {
  const { onAdd, input } = show({ problems: ['/name: This is missing.'] });
  await userEvent.upload(input, file('{}'));
  expect(onAdd).toHaveBeenLastCalledWith('{}');
  const alert = await screen.findByRole('alert');
  within(alert).getByText('acme.json was not added:');
  within(alert).getByText('/name: This is missing.');
  onAdd.mockResolvedValue({ name: 'Acme Voice' });
  await userEvent.upload(input, file('{"id":"acme"}'));
  await screen.findByText('Acme Voice was added. Add a connection to it above.');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a file that is too large is read by nobody', async () => {
  const { onAdd, input } = show({ name: 'Acme Voice' });
  await userEvent.upload(input, file('x'.repeat(settingsLimits.description + 1)));
  await screen.findByText('The file is larger than 50 kB.');
  expect(onAdd).not.toHaveBeenCalled();
});

test('one is removed after a question, and one that is not understood says so', async () => {
  const { onRemove } = show({ name: 'Acme Voice' }, []);
  screen.getByText(/does not understand its file/);
  await userEvent.click(screen.getByRole('button', { name: 'Remove Acme Voice' }));
  await userEvent.click(screen.getByRole('button', { name: 'Remove provider' }));
  expect(onRemove).toHaveBeenLastCalledWith('acme');
});
