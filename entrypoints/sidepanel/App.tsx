import { Settings } from 'lucide-react';
import { useEffect } from 'react';
import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { Inspector } from '../../components/inspector/Inspector';
import { LatestCalls } from '../../components/lists/LatestCalls';
import { Shell } from '../../components/shell/Shell';
import { IconButton } from '../../components/ui/Button';
import { useInspector, useLatestCalls } from '../../lib/inspector';
import { watchPanel } from '../../lib/panel';

export function App() {
  const inspector = useInspector();
  const { open, connections, providers, next } = inspector;
  const latest = useLatestCalls(connections);
  useEffect(() => {
    const stop = browser.windows.getCurrent().then(({ id }) => watchPanel(id ?? browser.windows.WINDOW_ID_NONE, open));
    return () => void stop.then((unwatch) => unwatch());
  }, [open]);
  return (
    <Shell
      width="panel"
      actions={<IconButton icon={Settings} name={i18n.t('popup.settings')} onClick={inspector.openSettings} />}
    >
      <Inspector {...inspector}>
        <LatestCalls
          connections={connections ?? []}
          providers={providers}
          reviews={inspector.reviews}
          latest={latest}
          onOpen={open}
          onNext={next}
        />
      </Inspector>
    </Shell>
  );
}
