import type { DemoCall, Row } from '../replica/vendor';

export const highlevelAgents: Row[] = [
  {
    id: '65a1f0c2d4e6b8a091c3e502',
    agentName: 'Front Desk',
    businessName: 'Acme Corp',
    language: 'en-US',
    timezone: 'America/New_York',
  },
  {
    id: '65a1f0c2d4e6b8a091c3e503',
    agentName: 'After Hours',
    businessName: 'Acme Corp',
    language: 'es',
    timezone: 'America/New_York',
  },
];

/** Of the contact in the demo CRM. */
export const contactId = 've9EPM428h8vShlRW1KT';

interface Message {
  id: string;
  callStatus: string;
  direction: 'inbound' | 'outbound';
}

/** Telephone facts of the calls, which HighLevel keeps in its conversations. */
const messages: Message[] = [
  { id: 'Kq2mT8xWvB4nR7yLpZ1c', callStatus: 'completed', direction: 'inbound' },
  { id: 'Hs5dF9gJkL3pQ6rTuV2w', callStatus: 'completed', direction: 'inbound' },
  { id: 'Zx8cV1bNmA4sD7fGhJ0k', callStatus: 'no-answer', direction: 'outbound' },
  { id: 'Po6iU3yTrE9wQ2aSdF5g', callStatus: 'busy', direction: 'outbound' },
  { id: 'Mn4bV7cXzL1kJ8hGfD2s', callStatus: 'failed', direction: 'outbound' },
  { id: 'Yt1rE5wQaS9dF3gHjK6l', callStatus: 'voicemail', direction: 'outbound' },
];

/** As `GET /conversations/messages/{id}` answers, without the location. */
export const highlevelMessages: Row[] = messages.map(({ id, callStatus, direction }) => ({
  id,
  type: 1,
  messageType: 'TYPE_CALL',
  contactId,
  conversationId: 'tDtDnQdgm2LXpyiqYvZ6',
  dateAdded: '2026-11-18T14:00:00.000Z',
  direction,
  status: 'connected',
  contentType: 'text/plain',
  meta: { callDuration: 186, callStatus },
}));

function call(id: string, createdAt: string, duration: number, turns: string[], row: Row): DemoCall {
  return {
    row: {
      id,
      contactId,
      agentId: '65a1f0c2d4e6b8a091c3e502',
      isAgentDeleted: false,
      fromNumber: '+14155550142',
      createdAt,
      duration,
      trialCall: false,
      executedCallActions: [],
      summary: '',
      transcript: turns.join('\n'),
      translation: null,
      extractedData: {},
      ...row,
    },
  };
}

const booking: Row[] = [
  {
    actionId: '65b2a1c0d9e8f7a6b5c4d301',
    actionType: 'KNOWLEDGE_BASE',
    actionName: 'Look up prices',
    actionParameters: {
      triggerPrompt: 'When the caller asks about prices',
      knowledgeBaseId: '65b2a1c0d9e8f7a6b5c4d3f0',
    },
    triggerReceivedAt: '2026-11-18T14:00:31.000Z',
    executedAt: '2026-11-18T14:00:32.000Z',
  },
  {
    actionId: '65b2a1c0d9e8f7a6b5c4d302',
    actionType: 'CUSTOM_ACTION',
    actionName: 'Check order status',
    actionParameters: {
      triggerPrompt: 'When the caller gives an order number',
      triggerMessage: 'Let me check that order.',
      apiDetails: {
        url: 'https://api.example.com/orders',
        method: 'GET',
        authenticationRequired: true,
        authenticationValue: 'Bearer demo-order-api-token-7f3a',
        headers: [{ key: 'X-Api-Key', value: 'demo-header-secret-51c9' }],
        parameters: [{ name: 'orderId', description: 'Order number', type: 'string', example: 'ORD-12345' }],
      },
      selectedPaths: ['data.status'],
    },
    triggerReceivedAt: '2026-11-18T14:01:02.000Z',
    executedAt: '2026-11-18T14:01:04.000Z',
  },
  {
    actionId: '65b2a1c0d9e8f7a6b5c4d303',
    actionType: 'APPOINTMENT_BOOKING',
    actionName: 'Book consultation',
    actionParameters: {
      calendarId: 'Gk8sD2fHjL5mN1pQrT7v',
      daysOfOfferingDates: 3,
      slotsPerDay: 3,
      hoursBetweenSlots: 1,
    },
    executedAt: '2026-11-18T14:02:20.000Z',
  },
  {
    actionId: '65b2a1c0d9e8f7a6b5c4d304',
    actionType: 'SMS',
    actionName: 'Send confirmation',
    actionParameters: {
      triggerPrompt: 'After a booking',
      triggerMessage: "I'll send you a confirmation text.",
      messageBody: 'Your consultation is booked for Monday at 2 PM.',
    },
    executedAt: '2026-11-18T14:02:41.000Z',
  },
];

/** Eight logs in the vendor's exact shape, beside the documented example 507f1f77bcf86cd799439011. */
export const highlevelCalls: DemoCall[] = [
  call(
    '673b4e1a9c0d2f5e8a7b6c01',
    '2026-11-18T14:00:00.000Z',
    186,
    [
      'bot: Thank you for calling Acme Corp, this is the front desk. How may I help you?',
      'human: Hi, I would like to know what a consultation costs.',
      'bot: The first one is free; every further hour is 120 dollars. Would you like to book one?',
      'human: Maybe. But first: where is my order? ORD-12345.',
      'bot: Let me check that order. It was shipped yesterday and arrives on Friday.',
      'human: Great. Then book me for Monday, in the afternoon.',
      'bot: Monday at 2 PM is free. Shall I take it?',
      'human: Yes.',
      "bot: Done. I'll send you a confirmation text.",
    ],
    {
      summary: 'Caller asked for prices, checked order ORD-12345 and booked a free consultation on Monday at 2 PM.',
      executedCallActions: booking,
      extractedData: {
        customerName: 'John Doe',
        email: 'john.doe@example.com',
        budget: null,
        consultation: 'Monday 2 PM',
      },
      messageId: 'Kq2mT8xWvB4nR7yLpZ1c',
      agentTransferOccurred: false,
      transcriptWithToolCalls: [
        {
          role: 'agent',
          content: 'Thank you for calling Acme Corp, this is the front desk. How may I help you?',
          startTime: 0.4,
          endTime: 5.1,
        },
        { role: 'user', content: 'Hi, I would like to know what a consultation costs.', startTime: 6.2, endTime: 9.8 },
        {
          role: 'action_executed',
          toolName: 'Look up prices',
          toolType: 'KNOWLEDGE_BASE',
          toolCallId: 'tool_1',
          startTime: 31,
        },
      ],
    },
  ),
  call(
    '673b4e1a9c0d2f5e8a7b6c02',
    '2026-11-18T15:20:00.000Z',
    74,
    [
      'bot:Hola, gracias por llamar.',
      'human:Quiero cambiar mi cita.',
      'bot:Con gusto. ¿Qué día prefiere?',
      'human:El martes.',
    ],
    {
      agentId: '65a1f0c2d4e6b8a091c3e503',
      summary: 'The caller moved an appointment to Tuesday.',
      translation: {
        enabled: true,
        language: 'en',
        translatedTranscript:
          'bot: Hello, thank you for calling.\nhuman: I want to change my appointment.\nbot: With pleasure. Which day do you prefer?\nhuman: Tuesday.',
      },
      messageId: 'Hs5dF9gJkL3pQ6rTuV2w',
    },
  ),
  call('673b4e1a9c0d2f5e8a7b6c03', '2026-11-18T16:05:00.000Z', 0, [], { messageId: 'Zx8cV1bNmA4sD7fGhJ0k' }),
  call('673b4e1a9c0d2f5e8a7b6c04', '2026-11-18T16:10:00.000Z', 0, [], { messageId: 'Po6iU3yTrE9wQ2aSdF5g' }),
  call('673b4e1a9c0d2f5e8a7b6c05', '2026-11-18T16:15:00.000Z', 0, [], { messageId: 'Mn4bV7cXzL1kJ8hGfD2s' }),
  call('673b4e1a9c0d2f5e8a7b6c06', '2026-11-18T16:20:00.000Z', 21, ['bot: Hello, please call us back.'], {
    messageId: 'Yt1rE5wQaS9dF3gHjK6l',
  }),
  call('673b4e1a9c0d2f5e8a7b6c07', '2026-11-18T17:00:00.000Z', 12, ['bot: This is a trial call.', 'human: Thanks.'], {
    trialCall: true,
    contactId: 'Ab3dE6gH9jK2mN5pQ8sT',
    summary: 'A trial call.',
  }),
  call('673b4e1a9c0d2f5e8a7b6c08', '2026-11-17T18:30:00.000Z', 95, ['bot: Hello.', 'human: A manager, please.'], {
    isAgentDeleted: true,
    summary: 'The caller asked for a manager and was transferred.',
    agentTransferOccurred: true,
    executedCallActions: [
      {
        _id: '65b2a1c0d9e8f7a6b5c4d305',
        actionType: 'CALL_TRANSFER',
        actionName: 'Transfer to manager',
        actionParameters: {
          triggerPrompt: 'When the caller asks for a manager',
          transferToType: 'number',
          transferToValue: '+14155550199',
          triggerMessage: 'Let me transfer you.',
          hearWhisperMessage: true,
        },
        executedAt: '2026-11-17T18:31:10.000Z',
      },
    ],
  }),
];
