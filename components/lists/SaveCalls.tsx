import { Download } from 'lucide';
import { useContext } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import { LockedSign } from '../ui/Locked';
import { type ListContext, ListToolsContext } from './ListToolsContext';
import type { ShownCall } from './RowParts';

const save = (calls: ShownCall[], tools: ListContext) =>
  void import('./takeSelected').then(({ saveTable }) => saveTable(calls, tools));

/** Saves the calls of a list as a table, with what the user noted about each. */
export function SaveCalls({ calls }: { calls: ShownCall[] }) {
  const tools = useContext(ListToolsContext);
  if (!tools) return null;
  if (tools.forbidden.includes('export')) return <LockedSign why={i18n.t('policy.cannotExport')} />;
  return (
    <Button look="quiet" icon={Download} onClick={() => save(calls, tools)}>
      {i18n.t('takeAway.csv')}
    </Button>
  );
}
