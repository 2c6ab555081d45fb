import { useMemo } from 'react';
import { i18n } from '#i18n';
import type { Json } from '../../../lib/call/call';
import { CopyButton } from '../../ui/CopyButton';
import { useLongText } from '../../ui/useLongText';
import css from './JsonBlock.module.css';
import { members } from '../values/pointer';
import { Value } from '../values/Value';

/** What was sent or answered: a document as indented JSON, to be copied whole, masks and all; anything else as its text. */
export function JsonBlock({ value, pointer }: { value: Json; pointer?: string }) {
  const text = useMemo(() => JSON.stringify(value, null, 2), [value]);
  const { shown, more } = useLongText(text);
  if (!members(value).length) return <Value value={value} pointer={pointer} />;
  return (
    <div className={css.document}>
      <pre>
        <bdi>{shown}</bdi>
        {more}
      </pre>
      <CopyButton text={text} what={i18n.t('call.deliveries.json')} />
    </div>
  );
}
