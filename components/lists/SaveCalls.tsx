import { Download } from 'lucide';
import { i18n } from '#i18n';
import type { Reviews } from '../../lib/hooks/useReviews';
import type { Connection } from '../../lib/call/connection';
import { Button } from '../ui/Button';
import { saveFile } from '../ui/saveFile';
import type { ShownCall } from './RowParts';

interface Props {
  calls: ShownCall[];
  reviews: Reviews;
  connections: Connection[];
  providerName(id: string): string;
}

/** Saves the calls of a list as a table, with what the user noted about each. */
export function SaveCalls({ calls, reviews, connections, providerName }: Props) {
  const save = async () => {
    const { callsCsv } = await import('../../lib/export/csv');
    const text = callsCsv(calls, {
      providerName,
      connectionName: (id) => connections.find((each) => each.id === id)?.label ?? id,
      reviewOf: reviews.of,
    });
    saveFile('calls.csv', 'text/csv', text);
  };
  return (
    <Button look="quiet" icon={Download} onClick={() => void save()}>
      {i18n.t('takeAway.csv')}
    </Button>
  );
}
