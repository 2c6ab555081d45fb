import { PanelRight, Settings } from 'lucide-react';
import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { IconButton } from '../../components/ui/Button';
import { Shell } from '../../components/shell/Shell';
import { Inspector } from '../../components/inspector/Inspector';
import { useInspector } from '../../lib/inspector';
import { openPanel } from '../../lib/panel';

export function App() {
  const inspector = useInspector();
  const windowId = useWindowId();
  return (
    <Shell
      width="popup"
      actions={
        <>
          <IconButton
            icon={PanelRight}
            name={i18n.t('popup.openPanel')}
            onClick={() => windowId !== undefined && void openPanel(windowId, inspector.shown)}
          />
          <IconButton
            icon={Settings}
            name={i18n.t('popup.settings')}
            onClick={() => void browser.runtime.openOptionsPage()}
          />
        </>
      }
    >
      <Inspector {...inspector} />
    </Shell>
  );
}

/** The popup's window, known before the click that opens the panel: asking for it then would lose the gesture. */
function useWindowId(): number | undefined {
  const [windowId, setWindowId] = useState<number>();
  useEffect(() => void browser.windows.getCurrent().then(({ id }) => setWindowId(id)), []);
  return windowId;
}
