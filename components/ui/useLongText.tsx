import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from './Button';
import { formatNumber } from './format';

/** So much of a text is laid out by itself, and so much more at once: UTF-16 units. */
const usual = 20_000;
const atOnce = 200_000;

/** As much of a text as a page lays out without stopping, and the button for the rest where there is more. */
export function useLongText(text: string) {
  const [wanted, setWanted] = useState(usual);
  if (text.length <= wanted) return { shown: text };
  // A pair of surrogates stays together.
  const end = /[\ud800-\udbff]/.test(text[wanted - 1] ?? '') ? wanted + 1 : wanted;
  const next = Math.min(wanted, atOnce, text.length - end);
  return {
    shown: text.slice(0, end),
    more: (
      <>
        {'… '}
        <Button onClick={() => setWanted(end + next)}>
          {i18n.t('ui.moreText', { n: formatNumber(next), left: formatNumber(text.length - end) })}
        </Button>
      </>
    ),
  };
}
