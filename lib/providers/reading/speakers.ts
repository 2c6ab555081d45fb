import type { Turn } from '../../call/call';

export type Speaker = Turn['speaker'];

/** How the call itself calls its two sides: a label that says so names that side. */
export interface Names {
  agent?: string;
  customer?: string;
}

const wordSet = (...words: string[]) => new Set(words.flatMap((line) => line.split(' ')));

/** Machines that speak for the company. */
const machines = wordSet(
  'ai assistant bot llm chatbot voicebot callbot robot gpt model aimessage ia ki',
  'asistente assistente assistante asystent asistan asisten бот ассистент робот एआई बॉट सहायक 机器人 助手 ボット アシスタント 봇 مساعد المساعد',
);
/** People who speak for the company. */
const staff = wordSet(
  'agent representative rep operator advisor adviser receptionist telecaller csr sdr dispatcher support helpdesk',
  'agente atendente operador operadora agentin mitarbeiter mitarbeiterin berater beraterin conseiller conseillère consulente',
  'medewerker konsultant temsilci agen агент оператор менеджер एजेंट प्रतिनिधि 客服 坐席 オペレーター エージェント 상담원 상담사 وكيل الوكيل',
);
/** Who can only be the other side. */
const customers = wordSet(
  'user customer client lead contact prospect guest patient visitor consumer buyer subscriber borrower candidate applicant enduser',
  'cliente usuario usuário usuária kunde kundin nutzer benutzer cliente utilisateur utente klant gebruiker klient użytkownik müşteri',
  'kullanıcı pelanggan pengguna клиент пользователь абонент ग्राहक उपयोगकर्ता यूजर यूज़र 客户 顾客 用户 客戶 用戶 お客様 顧客 ユーザー 고객 사용자',
  'عميل العميل المستخدم مستخدم',
);
/** The other side, unless somebody else is called the customer: who calls may be the agent, and a human may be one, too. */
const others = wordSet('caller callee human humanmessage person anrufer appelant');
/** Labels of whom nobody can tell which side they are. */
const nobodys = wordSet('system systemmessage ivr speaker spk unknown narrator you me them');
/** Such labels where a number or a letter tells them apart. */
const counted = wordSet('participant person party channel voice ch s');

/** What may stand before the word that says who speaks: “AI voice agent”. */
const modifiers = wordSet(
  'ai voice virtual human live support sales service customer client call center centre automated digital phone chat new potential',
  'smart care real booking front desk medical dental tech technical billing account end primary secondary ivr pre',
);

/** What begins a line of a list, a letter or a sentence, and is no name: “Date: Monday”, “Note: …”. */
const ordinary = wordSet(
  'name names surname first last middle email mail e-mail phone mobile telephone cell fax number numbers no id ids address street city',
  'state zip postcode pin code codes country date dates time times day days week month year monday tuesday wednesday thursday friday',
  'saturday sunday january february march april june july august september october november december today tomorrow order orders invoice',
  'ticket booking bookings reservation reference confirmation account amount total subtotal price prices cost costs fee fees balance tax',
  'discount payment payments card status type kind category product products item items quantity size color colour model serial option',
  'options step steps question questions answer note notes ps summary subject message messages text reason result results purpose issue',
  'problem solution reminder warning important example instance following details detail info information link url website http https',
  'mailto www password username login service services plan plans package policy location venue place room floor hours open closed morning',
  'afternoon evening breakfast lunch dinner yes no ok okay so and but or well now then next second third fourth finally lastly also here',
  'there this that these those it i we they he she my your our his her their its the a an hello hi hey dear thanks thank please sorry sure',
  'right great good fine what when where why who how which is are was only just one two three four five six seven eight nine ten part',
  'section chapter quote transcript call duration recording language sentiment topic agenda dob birth age gender height weight dosage',
  'allergies symptoms to from re fw fwd cc subjects of in on at for with by as if not all any some none company title role position',
  'department team version size website monday-friday mon tue wed thu fri sat sun am pm tip tips fact facts update updates news key value',
  'default optional required instructions hint until since before after between error errors feedback rating score goal goals outcome',
  'laughs laughter music silence pause inaudible noise applause crosstalk beep hold ringing background end start',
);

/** A label as words in lower case: `AIAgent`, `human_agent`, `Sales-Agent`. */
const wordsOf = (label: string) =>
  label
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('a.i.', 'ai')
    .split(/[\s_./#-]+/)
    .filter(Boolean);

const tool =
  /^(?:agent )?(?:(?:tool|function|action|api) ?)(?:(?:call|use|result|response|output|invocation|request|input|execution|executed|return|error|message)s? ?)*$/;
const toolAlone = /^(?:tool|function)s?$/;

function sideOf(word: string): Speaker | undefined {
  if (machines.has(word) || staff.has(word)) return 'agent';
  if (customers.has(word) || others.has(word)) return 'customer';
  return nobodys.has(word) ? 'unknown' : undefined;
}

/** “Agent says: …” */
const saying = /\s+(?:says|said|replies|replied|responds|responded|answers|answered|asks|asked|speaks|speaking)$/i;

const isCapital = (word: string) => /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word);

/** The sides of the labels read last: a call has few labels and many turns. */
const read = new Map<string, Speaker | undefined>();

/** The side of a label in plain words. */
function plainSide(label: string, isInner: boolean): Speaker | undefined {
  const key = `${isInner} ${label}`;
  if (read.size > 500) read.clear();
  if (!read.has(key)) read.set(key, readSide(label, isInner));
  return read.get(key);
}

function readSide(written: string, isInner: boolean): Speaker | undefined {
  const label = isInner ? written : written.replace(saying, '');
  const words = wordsOf(label);
  const joined = words.join(' ');
  if (toolAlone.test(joined) || (words.length > 1 && tool.test(joined))) return 'tool';
  if (/^customer (?:support|service|care)$|^call cent(?:er|re)$/.test(joined)) return 'agent';
  const isNumbered = words.length > 1 && /^(?:#?\d{1,3}|[a-z])$/.test(words.at(-1) ?? '');
  const named = isNumbered ? words.slice(0, -1) : words;
  const head = (named.at(-1) ?? '').replace(/\d{1,3}$/, '');
  if (isNumbered && named.length === 1 && counted.has(head)) return 'unknown';
  const side = sideOf(head) ?? sideOf(named.join(''));
  const before = named.slice(0, -1);
  const spelled = label.split(/[\s_]+/).slice(0, -1);
  if (
    side &&
    (before.every((word) => modifiers.has(word)) ||
      (!isInner && spelled.every(isCapital) && !before.some((word) => ordinary.has(word))))
  )
    return side;
  // “Agent Priya”; but who “Customer Relations” is cannot be told.
  const [first = '', ...rest] = label.split(/\s+/);
  const isAgent = !isInner && sideOf(first.toLowerCase()) === 'agent';
  return isAgent &&
    rest.length > 0 &&
    rest.length < 3 &&
    rest.every((word) => isCapital(word) && !ordinary.has(word.toLowerCase()))
    ? 'agent'
    : undefined;
}

/** Whether all that stands before a label's last word tells what kind of speaker it is: `voice` in `voice agent`. */
export const isModifier = (word: string) => modifiers.has(word.toLowerCase());

const sameName = (a: string, b: string | undefined) =>
  b !== undefined && a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * Who speaks under a label: by what it says (`Agent`, `AI Assistant`, `user 2`, `Priya (Agent)`, `Tool Result`), else by the names that the
 * call states. `isInner`: within a line, where the words before may be speech (`Perfect Agent: …`). `unknown`: a label that tells apart but not which side. `undefined`: nothing that is known to name a speaker.
 */
export function speakerOf(label: string, names: Names = {}, isInner = false): Speaker | undefined {
  if (label.length > 60) return undefined;
  const known = plainSide(label, isInner);
  if (known) return known;
  const [isAgent, isCustomer] = [sameName(label, names.agent), sameName(label, names.customer)];
  if (isAgent !== isCustomer) return isAgent ? 'agent' : 'customer';
  const [, outer = '', inner = ''] = /^(.*?)\s*[([]([^)\]]*)[)\]]$/.exec(label) ?? [];
  const parts = inner ? [outer, inner] : label.split(/\s+[-–—|/]\s+|,\s+/);
  if (parts.length < 2) return undefined;
  const sides = new Set(parts.flatMap((part) => (part === label ? [] : (speakerOf(part, names) ?? []))));
  return sides.size > 1 ? (sides.has('tool') ? 'tool' : 'unknown') : [...sides][0];
}

/** Whether a label looks like somebody's name, who is nobody known: `Priya`, `Dr. Lee`, `Speaker B`, `+1 415 555 0100`. */
export function isName(label: string, isLower: boolean): boolean {
  if (label.length > 40) return false;
  if (/^\+\d[\d ()-]{6,20}$|^\p{Lu}$/u.test(label)) return true;
  const words = label.split(/\s+/);
  if (words.length > 4 || !/\p{L}/u.test(label) || wordsOf(label).some((word) => ordinary.has(word))) return false;
  if (isLower && words.length === 1 && /^\p{Ll}{2,20}$/u.test(label)) return true;
  return words.every(
    (word, index) =>
      /^[([]?[\p{Lu}\p{Lt}\p{Lo}\p{N}][\p{L}\p{M}\p{N}.'’_-]*[)\]]?$/u.test(word) ||
      (index > 0 && /^(?:de|da|del|van|von|der|bin|al|el|la)$/.test(word)),
  );
}

const baseOf = (turn: Turn) =>
  wordsOf(turn.speakerRaw).findLast((word) => [others, staff, machines, customers].some((some) => some.has(word))) ??
  '';

/**
 * The turns, those of a doubtful label without a side: where a customer speaks, too, a caller or human may be anybody, and so is one of
 * caller and callee. Where nobody but machines and staff speak, the staff may be who was called.
 */
export function withoutDoubt(turns: Turn[]): Turn[] {
  const bases = (side: Speaker) => new Set(turns.flatMap((turn) => (turn.speaker === side ? baseOf(turn) || [] : [])));
  const [theirs, ours] = [[...bases('customer')], [...bases('agent')]];
  const doubtful = new Set<string>();
  if (theirs.length > 1) for (const base of theirs) if (others.has(base)) doubtful.add(base);
  if (
    theirs.length === 0 &&
    ours.some((base) => machines.has(base)) &&
    !turns.some(({ speaker }) => speaker === 'unknown')
  )
    for (const base of ours) if (staff.has(base)) doubtful.add(base);
  if (doubtful.size === 0) return turns;
  return turns.map((turn) =>
    turn.speaker !== 'tool' && doubtful.has(baseOf(turn)) ? { ...turn, speaker: 'unknown' } : turn,
  );
}
