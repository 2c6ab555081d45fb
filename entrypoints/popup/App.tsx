import { PanelRight } from 'lucide';
import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { Inspector } from '../../components/inspector/Inspector';
import { PageCalls } from '../../components/page/PageCalls';
import { SiteBar } from '../../components/page/SiteBar';
import { Shell } from '../../components/ui/Shell';
import { IconButton } from '../../components/ui/Button';
import { SettingsButton } from '../../components/ui/SettingsButton';
import { useNews } from '../../lib/hooks/useNews';
import { useInspector } from '../../lib/hooks/useInspector';
import { useSingleKeySwitch } from '../../lib/hooks/useSingleKeySwitch';
import { usePageCalls } from '../../lib/hooks/usePageCalls';
import { useWindowId } from '../../lib/hooks/useWindowId';
import { openPanel } from '../../lib/browser/sidePanel';

export function App() {
  const inspector = useInspector({ keepsList: true });
  const keys = useSingleKeySwitch();
  const { isUnseen } = useNews();
  const { page, site, askOnPoint } = usePageCalls();
  const windowId = useWindowId();
  return (
    <Shell width="popup" keys={keys}>
      <Inspector
        {...inspector}
        actions={
          <>
            <IconButton
              icon={PanelRight}
              name={i18n.t('popup.openPanel')}
              onClick={() => windowId !== undefined && void openPanel(windowId, inspector.shown)}
            />
            <SettingsButton hasNews={isUnseen} onOpen={() => void browser.runtime.openOptionsPage()} />
          </>
        }
        page={
          <>
            {site && <SiteBar {...site} />}
            {page && (
              <PageCalls
                calls={page.calls}
                askOnPoint={askOnPoint}
                onOpen={({ id, call }) => (call ? inspector.open(call.ref) : inspector.lookUp.submit(id))}
              />
            )}
          </>
        }
      />
    </Shell>
  );
}
