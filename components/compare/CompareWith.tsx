import { Columns2, X } from 'lucide';
import { type FormEvent, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import type { CallRef } from '../../lib/call/callRef';
import type { RecentCall } from '../../lib/call/callList';
import { CallList } from '../lists/CallList';
import type { LookUp } from '../../lib/hooks/useLookUp';
import { whyNot } from '../lookup/whyNot';
import { Button, IconButton } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Problem } from '../ui/Problem';
import css from './compare.module.css';

interface Props {
  lookUp: LookUp;
  /** Calls to choose from. */
  recent: RecentCall[];
  providerName(id: string): string;
  onChoose(ref: CallRef): void;
}

/** Asks for the call to stand beside this one: looked up, or one of the recent calls. */
export function CompareWith({ lookUp, recent, providerName, onChoose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const open = () => {
    dialog.current?.showModal();
    box.current?.focus();
  };
  const [row] = lookUp.rows;
  const found = row?.answer && 'found' in row.answer ? row.answer.found.call.ref : undefined;
  const choose = (ref: CallRef) => {
    dialog.current?.close();
    onChoose(ref);
  };
  useEffect(() => {
    if (found && dialog.current?.open) choose(found);
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    lookUp.submit(String(new FormData(event.currentTarget).get('text')));
  };
  return (
    <>
      <Button look="quiet" icon={Columns2} onClick={open}>
        {i18n.t('versus.with')}
      </Button>
      <dialog ref={dialog} className={css.with} aria-label={i18n.t('versus.with')}>
        <header>
          <h3>{i18n.t('versus.with')}</h3>
          <IconButton icon={X} name={i18n.t('versus.cancel')} onClick={() => dialog.current?.close()} />
        </header>
        <form onSubmit={submit}>
          <input
            ref={box}
            type="search"
            name="text"
            aria-label={i18n.t('versus.box')}
            placeholder={i18n.t('versus.placeholder')}
            autoComplete="off"
            spellCheck={false}
          />
          <Button type="submit" look="primary" busy={lookUp.busy}>
            {i18n.t('versus.submit')}
          </Button>
        </form>
        {lookUp.failure && <Problem failure={lookUp.failure} />}
        {row && !found && !lookUp.busy && (
          <Notice role="alert" tone="negative">
            {whyNot(row, providerName).sentence}
          </Notice>
        )}
        {recent.length > 0 && (
          <>
            <h4>{i18n.t('versus.recent')}</h4>
            <CallList
              label={i18n.t('lists.recent')}
              calls={recent.map(({ label: note, ...call }) => ({ ...call, note }))}
              empty=""
              onOpen={choose}
            />
          </>
        )}
      </dialog>
    </>
  );
}
