import { render } from '@testing-library/react';
import * as fc from 'fast-check';
import { test } from 'vitest';
import { CallView } from '/work/main/components/call/CallView';
import { providers } from '/work/main/lib/providers';
import { redact } from '/work/main/lib/redact';
import { replies } from '/work/main/test/providers/replies';
test.each(providers)('$name', (provider) => {
  const some = fc.sample(replies[provider.id]!.conforming, { numRuns: 30, seed: 1 });
  let map=0, ren=0, un=0, nodes=0, q=0;
  for (const {id, raw} of some) {
    let t=performance.now();
    const { value, masked } = redact(raw);
    const call = { ...provider.toCall({ provider: provider.id, connection: 'c', id }, value), masked };
    map+=performance.now()-t; t=performance.now();
    const view = render(<CallView call={call} provider="" connection="S" fetchedAt="2026-05-04T15:00:00Z" refreshing={false} failures={[]} onRefresh={()=>{}} onReveal={async()=>''} onOpenRecording={async()=>{}} />, {container: document.createElement("div")});
    ren+=performance.now()-t; t=performance.now();
    nodes+=document.body.querySelectorAll('*').length; q+=performance.now()-t; t=performance.now();
    view.unmount(); un+=performance.now()-t;
  }
  console.log(provider.id, 'map',map/30|0,'render',ren/30|0,'query',q/30|0,'unmount',un/30|0,'nodes',nodes/30|0);
});
