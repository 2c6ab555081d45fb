import { i18n, listOf } from '#i18n';
import type { Unreadable } from '../../lib/page/protocol';
import { Button } from '../ui/Button';
import { formatNumber } from '../ui/format';
import { Notice } from '../ui/Notice';

interface Props {
  parts: Unreadable[];
  /** Absent where the user cannot enable sites. */
  onAllow?: (origins: string[]) => void;
  onLookUp(): void;
}

/** What of the page could not be read, each with the button that helps. */
export function NotRead({ parts, onAllow, onLookUp }: Props) {
  const frames = parts.filter(({ why }) => why === 'frame');
  const locked = frames.flatMap(({ origin }) => (origin && URL.canParse(origin) ? [origin] : []));
  const origins = [...new Set(locked)];
  const lost = frames.length - locked.length;
  const hosts = listOf(origins.map((origin) => new URL(origin).hostname));
  return (
    <>
      {origins.length > 0 && (
        <Notice
          tone="warning"
          action={
            onAllow && <Button onClick={() => onAllow(origins)}>{i18n.t('pageCalls.framesAllow', { hosts })}</Button>
          }
        >
          {i18n.t('pageCalls.frames', locked.length, [formatNumber(locked.length)])}
        </Notice>
      )}
      {lost > 0 && <Notice tone="warning">{i18n.t('pageCalls.framesLost', lost, [formatNumber(lost)])}</Notice>}
      {parts.some(({ why }) => why === 'canvas') && (
        <Notice tone="warning" action={<Button onClick={onLookUp}>{i18n.t('pageCalls.canvasLookUp')}</Button>}>
          {i18n.t('pageCalls.canvas')}
        </Notice>
      )}
    </>
  );
}
