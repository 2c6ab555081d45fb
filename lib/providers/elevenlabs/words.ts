import type { ProviderWords } from '../provider';

export const words = {
  actions: {
    system: { en: 'Used a tool of the platform' },
    webhook: { en: 'Called a webhook' },
    client: { en: 'Called a tool of the app' },
    mcp: { en: 'Called a tool of an MCP server' },
    code: { en: 'Ran code' },
    workflow: { en: 'Moved on in its workflow' },
    api_integration_webhook: { en: 'Called an integration' },
    api_integration_mcp: { en: 'Called an integration’s MCP server' },
  },
  status: {
    processing: { kind: 'in-progress', meaning: { en: 'The conversation is over and is being analysed.' } },
    done: { kind: 'completed', meaning: { en: 'The conversation is over and was analysed.' } },
  },
  // No document lists what a conversation may end with: these were seen.
  endReason: {
    call_ended_by_remote_party: { meaning: { en: 'The other party hung up.' } },
    'end_call_tool_was_called.': { meaning: { en: 'The voice agent ended the call.' } },
  },
} satisfies ProviderWords;
