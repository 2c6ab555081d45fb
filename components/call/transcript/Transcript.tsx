import { useCallback, useState } from 'react';
import { i18n } from '#i18n';
import type { Action, Call } from '../../../lib/call/call';
import type { Sought } from '../../../lib/call/sayings';
import { Disclosure } from '../../ui/Disclosure';
import { Tabs } from '../../ui/Tabs';
import { Conversation } from './Conversation';
import { useJump } from '../evidence/EvidenceContext';
import { ShortcutHelp } from '../tools/ShortcutHelp';
import css from './Transcript.module.css';

type Transcript = Call['transcripts'][number];

const kindWords: Record<Transcript['kind'], () => string> = {
  original: () => i18n.t('call.transcript.original'),
  translation: () => i18n.t('call.transcript.translation'),
  other: () => i18n.t('call.transcript.other'),
};

function labelOf({ kind, language }: Transcript, index: number, all: Transcript[]): string {
  const label = language ? `${kindWords[kind]()} (${language})` : kindWords[kind]();
  const alike = all.slice(0, index).filter((each) => each.kind === kind && each.language === language).length;
  return alike ? `${label} ${alike + 1}` : label;
}

const noActions: Action[] = [];

interface TranscriptProps extends Pick<Call, 'transcripts' | 'actions'> {
  /** The words to begin at. */
  sought?: Sought;
}

/** The conversation, turn by turn, in each form in which the provider sent it. */
export function Transcript({ transcripts, actions, sought }: TranscriptProps) {
  const [wanted, setWanted] = useState<{ turn: number }>();
  useJump(useCallback((turn: number) => setWanted({ turn }), []));
  const title = i18n.t('call.transcript.title');
  const tabs = transcripts.map((transcript, index, all) => ({
    label: labelOf(transcript, index, all),
    panel: (
      <Conversation
        turns={transcript.turns}
        actions={index === 0 ? actions : noActions}
        isFirst={index === 0}
        wanted={index === 0 ? wanted : undefined}
        sought={index === sought?.transcript ? sought : undefined}
      />
    ),
  }));
  return (
    <Disclosure title={title} count={transcripts[0]?.turns.length ?? 0} reopen={wanted}>
      {tabs.length ? (
        <Tabs name={title} tabs={tabs} start={sought?.transcript} first={wanted} />
      ) : (
        <p className={css.aside}>{i18n.t('call.transcript.none')}</p>
      )}
      <ShortcutHelp />
    </Disclosure>
  );
}
