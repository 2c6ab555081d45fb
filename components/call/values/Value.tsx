import { Lock } from 'lucide';
import { createElement } from 'react';
import { i18n } from '#i18n';
import type { Fact, Json } from '../../../lib/call/call';
import { child } from '../../../lib/call/jsonPointer';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { LockedSign } from '../../ui/Locked';
import { Lots } from '../../ui/Lots';
import { Problem } from '../../ui/Problem';
import { useLongText } from '../../ui/useLongText';
import { mask as hidden } from '../../../lib/redaction/mask';
import { members } from './pointer';
import { useReveal } from './RevealContext';
import css from './Value.module.css';
import { jsonText } from '../../../lib/call/jsonText';

/** Provider text: whole, wrapped, its direction kept apart from ours. */
export function Text({ children }: { children: string }) {
  const { shown, more } = useLongText(children);
  return (
    <>
      <bdi className={css.text}>{shown}</bdi>
      {more}
    </>
  );
}

/** Where a name may break: `call_|id`, `turn|Latency|Average`, `/call/|id`, `cost.|stt`. */
const breaks = /(?<=[_/.])|(?<=[\p{Ll}\d])(?=\p{Lu})/u;
/** Characters: what is longer is no name, and may break anywhere. */
const longestName = 200;

/** The name of a field, as sent. */
export function Name({ children }: { children: string }) {
  const words = children.length > longestName ? [children] : children.split(breaks);
  return createElement('bdi', null, ...words.flatMap((word) => [word, createElement('wbr')]));
}

function Masked({ mask, pointer }: { mask: string; pointer: string }) {
  const { shown, reveal, isLocked, hide } = useReveal();
  const mine = shown?.pointer === pointer ? shown : undefined;
  const isShown = mine?.text !== undefined;
  const action = isShown ? i18n.t('call.hide') : i18n.t('call.reveal');
  return (
    <span className={css.masked}>
      <span>
        {!isShown && !isLocked && <Icon of={Lock} size={12} />}
        {isLocked && <LockedSign why={i18n.t('policy.cannotReveal')} />}
        <Text>{mine?.text ?? mask}</Text>
      </span>
      {reveal && (
        <Button
          title={pointer}
          aria-label={`${action} ${pointer}`}
          busy={mine && !isShown && !mine.failure}
          onClick={isShown ? hide : () => void reveal(pointer)}
        >
          {action}
        </Button>
      )}
      {mine?.failure && <Problem failure={mine.failure} onNext={() => void reveal?.(pointer)} />}
    </span>
  );
}

/** Of JSON in a text, which is masked as one leaf, a part without the mask is shown. An empty text stands for the leaf itself. */
const isMasked = (value: Json, leaf: string) =>
  value === '' || jsonText(value) === leaf || jsonText(value).includes(hidden);

/** Any JSON value as text; what is masked at or below `pointer` can be revealed. */
export function Value({ value, pointer }: { value: Json; pointer?: string }) {
  const { masks } = useReveal();
  const mask = pointer === undefined ? undefined : masks.get(pointer);
  if (mask !== undefined && pointer !== undefined && isMasked(value, mask))
    return <Masked mask={mask} pointer={pointer} />;

  const inside = members(value);
  if (!inside.length) {
    if (value === '') return <span className={css.nothing}>""</span>;
    return typeof value === 'string' ? <Text>{value}</Text> : <code className={css.literal}>{jsonText(value)}</code>;
  }
  return (
    <Fields
      facts={inside.map(([name, each]) => ({
        name,
        value: each,
        absent: false,
        pointer: pointer === undefined ? '' : child(pointer, name),
      }))}
    />
  );
}

const drawField = ({ name, value, pointer }: Fact) => (
  <span key={`${pointer} ${name}`} className={css.field}>
    <span className={css.name}>
      <Name>{name}</Name>
    </span>{' '}
    <Value value={value} pointer={pointer || undefined} />
  </span>
);

/** Names and values, as sent. */
export function Fields({ facts }: { facts: Fact[] }) {
  return (
    <span className={css.fields}>
      <Lots of={facts} render={drawField} holder="text" />
    </span>
  );
}

/** The leaves at these pointers, each under its path: for masked values that stand nowhere else. */
export function MaskedValues({ pointers }: { pointers: string[] }) {
  const facts = pointers.map((pointer) => ({ name: pointer, value: '', absent: false, pointer }));
  return (
    facts.length > 0 && (
      <details>
        <summary>{i18n.t('call.masked')}</summary>
        <Fields facts={facts} />
      </details>
    )
  );
}
