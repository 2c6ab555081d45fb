import { browser } from 'wxt/browser';
import { Shell } from '../../components/ui/Shell';
import { FirstSteps } from '../../components/welcome/FirstSteps';
import { openFullPage } from '../../lib/browser/callLink';
import { openSites } from '../../lib/browser/openSites';
import { useFirstSteps } from '../../lib/hooks/useFirstSteps';
import { useSampleCall } from '../../lib/hooks/useSampleCall';

export function App() {
  const steps = useFirstSteps();
  const onSamples = useSampleCall((ref) => void openFullPage(ref));
  return (
    <Shell width="page">
      <FirstSteps
        {...steps}
        onConnect={() => void browser.runtime.openOptionsPage()}
        onEnable={() => void openSites()}
        onSamples={onSamples}
      />
    </Shell>
  );
}
