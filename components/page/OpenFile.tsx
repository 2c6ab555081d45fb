import { FileJson } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import css from './page.module.css';

interface Props {
  /** The file held no call. */
  refused: boolean;
  onFile(file: File): void;
}

/** Where an exported call can be dropped or chosen. */
export function OpenFile({ refused, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setIsOver(over);
  };
  const drop = (event: DragEvent) => {
    drag(false)(event);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <section
      className={css.open}
      aria-label={i18n.t('takeAway.open')}
      data-over={isOver || undefined}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={drop}
    >
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
