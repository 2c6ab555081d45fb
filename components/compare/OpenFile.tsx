import { FileJson } from 'lucide';
import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import css from './compare.module.css';

interface Props {
  /** The file held no call. */
  refused: boolean;
  onFile(file: File): void;
}

/** Chooses an exported call, or takes one that is dropped anywhere on the page. */
export function OpenFile({ refused, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const drag = (over: boolean) => (event: DragEvent) => {
      event.preventDefault();
      setIsOver(over);
    };
    const [enter, leave] = [drag(true), drag(false)];
    const drop = (event: DragEvent) => {
      leave(event);
      const [file] = event.dataTransfer?.files ?? [];
      if (file) onFile(file);
    };
    addEventListener('dragover', enter);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', enter);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [onFile]);
  return (
    <section className={css.open} aria-label={i18n.t('takeAway.open')} data-over={isOver || undefined}>
      <Button icon={FileJson} onClick={() => input.current?.click()}>
        {i18n.t('takeAway.open')}
      </Button>
      <p>{i18n.t('takeAway.openHint')}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={i18n.t('takeAway.open')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      {refused && (
        <Notice role="alert" tone="negative">
          {i18n.t('takeAway.notCall')}
        </Notice>
      )}
    </section>
  );
}
