import { CircleCheck, CircleDashed } from 'lucide';
import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import css from './FirstSteps.module.css';

interface Props {
  connected: boolean;
  enabled: boolean;
  lookedUp: boolean;
  /** What the user's organization says, so that the user need not, or cannot. */
  managed: { connections: boolean; sites: boolean; samples: boolean };
  onConnect(): void;
  onEnable(): void;
  onSamples(): void;
}

interface StepProps {
  title: string;
  isDone: boolean;
  hint: string;
  children?: ReactNode;
}

function FirstStep({ title, isDone, hint, children }: StepProps) {
  return (
    <li className={css.step}>
      <Icon
        of={isDone ? CircleCheck : CircleDashed}
        size={20}
        className={isDone ? css.done : css.toDo}
        name={i18n.t(isDone ? 'welcome.done' : 'welcome.toDo')}
      />
      <div className={css.words}>
        <h3>{title}</h3>
        <p className={css.hint}>{hint}</p>
        {children && <div>{children}</div>}
      </div>
    </li>
  );
}

/** What a new user does first: a call that is there already, then three steps, each checked off once it is done. */
export function FirstSteps({ connected, enabled, lookedUp, managed, onConnect, onEnable, onSamples }: Props) {
  const isReady = connected && enabled && lookedUp;
  return (
    <div className={css.welcome}>
      <section className={css.sample}>
        <h2>{i18n.t('welcome.title')}</h2>
        <p>{i18n.t('welcome.intro')}</p>
        {!managed.samples && (
          <>
            <div>
              <Button look={isReady ? 'plain' : 'primary'} onClick={onSamples}>
                {i18n.t('popup.samples')}
              </Button>
            </div>
            <p className={css.hint}>{i18n.t('welcome.samplesHint')}</p>
          </>
        )}
      </section>
      <section className={css.steps}>
        <h2>{i18n.t('welcome.steps')}</h2>
        <ol aria-label={i18n.t('welcome.steps')}>
          <FirstStep
            title={i18n.t('welcome.connect')}
            isDone={connected}
            hint={managed.connections ? i18n.t('policy.connectHint') : i18n.t('welcome.connectHint')}
          >
            <Button onClick={onConnect}>
              {managed.connections ? i18n.t('policy.openSettings') : i18n.t('popup.connect')}
            </Button>
          </FirstStep>
          <FirstStep
            title={i18n.t('welcome.enable')}
            isDone={enabled}
            hint={managed.sites ? i18n.t('policy.enableHint') : i18n.t('welcome.enableHint')}
          >
            <Button onClick={onEnable}>
              {managed.sites ? i18n.t('policy.openSettings') : i18n.t('welcome.choose')}
            </Button>
          </FirstStep>
          <FirstStep title={i18n.t('welcome.lookUp')} isDone={lookedUp} hint={i18n.t('welcome.lookUpHint')} />
        </ol>
        <p role="status">{isReady && i18n.t('welcome.ready')}</p>
      </section>
    </div>
  );
}
