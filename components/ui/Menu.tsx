import { ChevronDown, Lock } from 'lucide';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from './Button';
import { Icon, type IconNode } from './Icon';
import css from './Menu.module.css';

export interface MenuItem {
  label: string;
  onChoose(): void;
}

interface MenuProps {
  label: string;
  icon?: IconNode;
  /** Read when the menu opens. */
  items: MenuItem[];
  /** Why there is no more to choose. */
  locked?: string;
  onOpen?: () => void;
}

/** Where the arrow keys, Home and End lead among `count` items; `undefined` for other keys. */
function stepTo(key: string, from: number, count: number): number | undefined {
  return {
    ArrowDown: (from + 1) % count,
    ArrowUp: (from - 1 + count) % count,
    Home: 0,
    End: count - 1,
  }[key];
}

/** A button with a menu (WAI-ARIA menu button), in the browser's own top layer; Escape and a press elsewhere close it. */
export function Menu({ label, icon, items, locked, onOpen }: MenuProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const buttons = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

  const onKeyDown = (event: KeyboardEvent) => {
    const all = buttons();
    const to = stepTo(event.key, all.indexOf(document.activeElement as HTMLElement), all.length);
    if (event.key === 'Tab') menu.current?.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    all[to]?.focus();
  };
  return (
    <>
      <Button
        icon={icon}
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPointerEnter={onOpen}
        onFocus={onOpen}
      >
        {label}
        <Icon of={ChevronDown} size={14} />
      </Button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className={css.menu}
        onKeyDown={onKeyDown}
        onToggle={({ newState }) => {
          setIsOpen(newState === 'open');
          if (newState === 'open') buttons()[0]?.focus();
        }}
      >
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={css.item}
            onClick={() => {
              menu.current?.hidePopover();
              item.onChoose();
            }}
          >
            {item.label}
          </button>
        ))}
        {locked && (
          <button type="button" role="menuitem" aria-disabled tabIndex={-1} className={css.item}>
            <Icon of={Lock} size={14} /> {locked}
          </button>
        )}
      </div>
    </>
  );
}
