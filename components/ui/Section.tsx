import { useEffect, useRef, type ReactNode } from 'react';
import css from './Section.module.css';

interface Props {
  title: string;
  /** What a link to the page names it by: it comes into sight once it is there. */
  id?: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page that is always open. */
export function Section({ title, id, actions, children }: Props) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (id && location.hash === `#${id}`) section.current?.scrollIntoView();
  }, [id]);
  return (
    <section ref={section} id={id} className={css.section}>
      <div className={css.head}>
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
