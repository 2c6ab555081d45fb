import { ArrowDown, ArrowUp } from 'lucide';
import { useState } from 'react';
import { i18n } from '#i18n';
import { notePartKeys, type NotePart as Part, partLabel } from '../../lib/export/note';
import { Button, IconButton } from '../ui/Button';
import { Locked } from '../ui/Locked';
import css from './settings.module.css';

interface Props {
  /** What a note holds, in its order, as it is stored. */
  template: Part[];
  /** The user's organization says what it holds. */
  locked: boolean;
  onChange(template: Part[]): void;
  onReset(): void;
}

/** Which parts a copied note has, and their order. Parts that are left out stand below those that are in. */
export function NoteTemplate({ template: stored, locked, onChange, onReset }: Props) {
  const [template, setTemplate] = useState(stored);
  const [seen, setSeen] = useState(stored);
  if (seen !== stored) {
    setSeen(stored);
    setTemplate(stored);
  }
  const change = (parts: Part[]) => {
    setTemplate(parts);
    onChange(parts);
  };
  if (locked)
    return (
      <>
        <ol className={css.template} aria-label={i18n.t('noteTemplate.title')}>
          {stored.map((part) => (
            <li key={part}>{partLabel(part)}</li>
          ))}
        </ol>
        <Locked>{i18n.t('policy.lockedNote')}</Locked>
      </>
    );
  const out = notePartKeys.filter((part) => !template.includes(part));
  const move = (from: number, to: number) => {
    const moved = template.toSpliced(from, 1);
    change(moved.toSpliced(to, 0, template[from] as Part));
  };
  const toggle = (part: Part) =>
    change(template.includes(part) ? template.filter((each) => each !== part) : [...template, part]);
  return (
    <>
      <p className={css.hint}>{i18n.t('noteTemplate.hint')}</p>
      <ol className={css.template} aria-label={i18n.t('noteTemplate.title')}>
        {[...template, ...out].map((part, index) => (
          <li key={part}>
            <label>
              <input type="checkbox" checked={index < template.length} onChange={() => toggle(part)} />
              {partLabel(part)}
            </label>
            {index < template.length && (
              <span>
                {index > 0 && (
                  <IconButton
                    icon={ArrowUp}
                    name={i18n.t('noteTemplate.up', { part: partLabel(part) })}
                    onClick={() => move(index, index - 1)}
                  />
                )}
                {index < template.length - 1 && (
                  <IconButton
                    icon={ArrowDown}
                    name={i18n.t('noteTemplate.down', { part: partLabel(part) })}
                    onClick={() => move(index, index + 1)}
                  />
                )}
              </span>
            )}
          </li>
        ))}
      </ol>
      <div>
        <Button onClick={onReset}>{i18n.t('noteTemplate.reset')}</Button>
      </div>
    </>
  );
}
