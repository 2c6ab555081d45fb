import { Check, Copy } from 'lucide';
import { useState } from 'react';
import { i18n } from '#i18n';
import { IconButton } from './Button';

/** Copies a text. `what` names it: "Copy call ID". */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <IconButton
      icon={copied ? Check : Copy}
      name={copied ? i18n.t('ui.copied') : i18n.t('ui.copy', { what })}
      onClick={() => void copy()}
    />
  );
}
