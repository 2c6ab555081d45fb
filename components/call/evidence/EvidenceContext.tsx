import {
  createContext,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import type { Call } from '../../../lib/call/call';
import type { Comparison, RecordField } from '../../../lib/compare/compareRecord';
import type { Evidence } from '../../../lib/evidence';
import { jsonText } from '../../../lib/call/jsonText';
import { mask } from '../../../lib/redaction/mask';
import { countLeaves } from '../values/pointer';
import { inSlices } from '../../../lib/ui/inSlices';

/** What was found out about the extracted facts, by their index. */
interface Findings {
  /** The turns of the first transcript in which each value was said, the one that counts first; `undefined` where it was not looked for. */
  turns: (number[] | undefined)[];
  /** For each turn, where in it what was said; `start` and `end` are UTF-16 offsets in its text. */
  taken: ReadonlyMap<number, (Evidence & { fact: number })[]>;
  /** Beside the CRM record's field; only where there is a record. */
  compared?: ReadonlyMap<number, Comparison>;
}

interface EvidenceState {
  facts: Call['extracted'];
  /** `undefined` until they are found. */
  findings?: Findings;
  /** The fact whose words are pointed out in the transcript. */
  shown?: number;
  show(fact: number): void;
  /** Brings a turn of the first transcript into sight. */
  goTo(turn: number): void;
  /** Takes the transcript's way to do so. Returns how to take it back. */
  lead(goTo: (turn: number) => void): () => void;
}

const EvidenceContext = createContext<EvidenceState>({
  facts: [],
  show: () => {},
  goTo: () => {},
  lead: () => () => {},
});

export const useEvidence = () => useContext(EvidenceContext);

/** The words of a turn of the first transcript that are pointed out as evidence, in order. */
export function useSaid(turn: number): { start: number; end: number }[] | undefined {
  const { findings, shown } = useEvidence();
  return useMemo(() => {
    const said = findings?.taken.get(turn)?.filter(({ fact }) => fact === shown) ?? [];
    return said.length > 0 ? said.toSorted((a, b) => a.start - b.start) : undefined;
  }, [findings, shown, turn]);
}

/** How the transcript brings a turn of its first form into sight, for evidence to lead there. */
export function useJump(goTo: (turn: number) => void): void {
  const { lead } = useEvidence();
  useEffect(() => lead(goTo), [lead, goTo]);
}

/** A value of more parts is a document: nobody says one. Nor is what is masked or judged looked for. */
const mostParts = 200;

async function find(
  { extracted, transcripts }: Call,
  fields: RecordField[] | undefined,
  signal: AbortSignal,
): Promise<Findings> {
  const [{ evidenceFinder, takenFrom }, comparing] = await Promise.all([
    import('../../../lib/evidence'),
    fields && import('../../../lib/compare/compareRecord'),
  ]);
  const findOne = evidenceFinder(transcripts[0]?.turns ?? []);
  const isSaid = ({ value, judged }: Call['extracted'][number]) =>
    !judged && countLeaves(value) <= mostParts && !jsonText(value).includes(mask);
  const places = await inSlices(extracted, (fact) => (isSaid(fact) ? findOne(fact) : undefined), signal);
  const beside = comparing?.comparer(fields ?? []);
  const compared = beside && (await inSlices(extracted, (fact) => (fact.absent ? undefined : beside(fact)), signal));
  return {
    turns: places.map((found) => found && [...new Set(found.map(({ turn }) => turn))]),
    taken: takenFrom(places.map((found) => found ?? [])),
    compared: compared && new Map(compared.flatMap((each, index) => (each ? [[index, each]] : []))),
  };
}

/** After the page has painted, when the browser has nothing better to do. Returns how to give up. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(work, { timeout: 500 });
  return () => cancelIdleCallback(request);
}

interface EvidenceProviderProps {
  call: Call;
  /** The fields of the CRM record on screen. */
  fields?: RecordField[];
  children: ReactNode;
}

/** Finds, once the call is on screen, where its extracted values were said and what the record says of them. */
export function EvidenceProvider({ call, fields, children }: EvidenceProviderProps) {
  const [findings, setFindings] = useState<{ of: Call; found: Findings }>();
  const [shown, setShown] = useState<number>();
  useEffect(() => {
    if (call.extracted.every(({ absent }) => absent)) return;
    const abort = new AbortController();
    const giveUp = whenIdle(() => {
      void find(call, fields, abort.signal).then((found) => {
        if (!abort.signal.aborted) startTransition(() => setFindings({ of: call, found }));
      });
    });
    return () => {
      abort.abort();
      giveUp();
    };
  }, [call, fields]);

  const found = findings?.of === call ? findings.found : undefined;
  const leader = useRef<(turn: number) => void>(undefined);
  const lead = useCallback((goTo: (turn: number) => void) => {
    leader.current = goTo;
    return () => {
      if (leader.current === goTo) leader.current = undefined;
    };
  }, []);
  const goTo = useCallback((turn: number) => leader.current?.(turn), []);
  const value = useMemo(
    () => ({ facts: call.extracted, findings: found, shown, show: setShown, goTo, lead }),
    [call, found, shown, goTo, lead],
  );
  return <EvidenceContext value={value}>{children}</EvidenceContext>;
}
