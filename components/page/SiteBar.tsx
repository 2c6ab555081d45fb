import { i18n } from '#i18n';
import type { SiteSwitch } from '../../lib/hooks/usePageCalls';
import { Button } from '../ui/Button';
import { Locked, LockedSign } from '../ui/Locked';
import { Notice } from '../ui/Notice';
import css from './page.module.css';

/** Whether the calls on the site on screen are shown, and the button that changes it. */
export function SiteBar(props: SiteSwitch) {
  const { host, barrier, enabled, managed, locked, once, refused, onEnable, onDisable, onOnce } = props;
  if (barrier) return <p className={css.quiet}>{i18n.t(`sites.barrier.${barrier}`)}</p>;
  if (!host) return <p className={css.quiet}>{i18n.t('sites.unknown')}</p>;
  const refusal = refused && (
    <Notice role="alert" tone="negative">
      {i18n.t('sites.refused')}
    </Notice>
  );
  if (enabled)
    return (
      <>
        <div className={css.site}>
          <p className={css.quiet}>{i18n.t('sites.on', { host })}</p>
          {managed ? (
            <LockedSign why={i18n.t('policy.managedSite')} />
          ) : (
            <Button look="quiet" onClick={onDisable}>
              {i18n.t('sites.disableHere')}
            </Button>
          )}
        </div>
        {refusal}
      </>
    );
  if (locked && !managed) return <Locked>{i18n.t('policy.lockedSites')}</Locked>;
  return (
    <div className={css.box}>
      <p>{once ? i18n.t('sites.readOnce', { host }) : i18n.t('sites.off', { host })}</p>
      <div className={css.buttons}>
        <Button look="primary" onClick={onEnable}>
          {i18n.t('sites.enableHere')}
        </Button>
        {!once && !locked && <Button onClick={onOnce}>{i18n.t('sites.once')}</Button>}
      </div>
      {refusal}
    </div>
  );
}
