import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import css from './Tabs.module.css';

interface TabsProps {
  name: string;
  tabs: { label: string; panel: ReactNode }[];
  /** The tab that is open at first; the first if absent. */
  start?: number;
  /** Goes back to the first tab whenever this changes. */
  first?: unknown;
}

/** Tabs by arrow keys and pointer; one tab alone is shown as its panel only. Labels must differ. */
export function Tabs({ name, tabs, start = 0, first }: TabsProps) {
  const [chosen, setChosen] = useState(start);
  const [back, setBack] = useState(first);
  if (first !== back) {
    setBack(first);
    setChosen(0);
  }
  const id = useId();
  const current = tabs[chosen] ?? tabs[0];
  if (!current || tabs.length === 1) return current?.panel;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = (chosen + step + tabs.length) % tabs.length;
    setChosen(next);
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <>
      <div role="tablist" tabIndex={-1} aria-label={name} className={css.tabs} onKeyDown={onKeyDown}>
        {tabs.map(({ label }, index) => (
          <button
            key={label}
            type="button"
            role="tab"
            id={`${id}-tab-${index}`}
            aria-controls={`${id}-panel`}
            aria-selected={tabs[index] === current}
            tabIndex={tabs[index] === current ? 0 : -1}
            onClick={() => setChosen(index)}
          >
            {label}
          </button>
        ))}
      </div>
      <div key={chosen} role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${tabs.indexOf(current)}`}>
        {current.panel}
      </div>
    </>
  );
}
