import { anyId } from '../trust/anyCall';

export interface PlantedContact {
  name: string;
  phone: string;
  /** For a field that is called “Call ID”: a number, as OmniDimension has them. */
  callId: number;
  /** For a field of another name; no call. */
  orderNumber: number;
  /** One line with the ID of a call. */
  remark: string;
  /** Lines with IDs of calls, and with numbers and words that look like them. */
  note: string;
  /** A link to nothing of a provider, with an identifier of 24 characters. */
  link: string;
}

const { omnidimension, dialnexa, highlevel } = anyId as Record<string, (index: number) => string>;

const names = ['Ada Example', 'Grace Sample', 'Alan Specimen', 'Mary Model', 'Edsger Pattern', 'Barbara Instance'];

/** What is written into every application, the same each time. */
export const contacts: PlantedContact[] = names.map((name, index) => ({
  name,
  phone: `+1415555${String(2100 + index)}`,
  callId: Number(omnidimension!(index)),
  orderNumber: 88_123_400 + index,
  remark: [`Call ID: ${highlevel!(index)}`, `see ${dialnexa!(index)}`, `Call log ID ${omnidimension!(100 + index)}`][
    index % 3
  ]!,
  note: [
    `Call ID: ${omnidimension!(200 + index)}, asked about order ${44_179_000 + index}.`,
    `Caller ID 41555521${String(10 + index)}, call duration 51234 ms, call_status completed.`,
    `The agent's second call was ${dialnexa!(300 + index)} (ticket #2041883${index}).`,
  ].join('\n'),
  link: `https://files.example.com/673b4e1a9c0d2f5e8a7b6d0${index}`,
}));

/** A call that a user writes into a form. */
export const typedId = omnidimension!(103);

/** The IDs of calls among all that is planted and written. */
export const callIds: string[] = [typedId].concat(
  contacts.flatMap((_, index) => [
    omnidimension!(index),
    [highlevel!(index), dialnexa!(index), omnidimension!(100 + index)][index % 3]!,
    omnidimension!(200 + index),
    dialnexa!(300 + index),
  ]),
);
