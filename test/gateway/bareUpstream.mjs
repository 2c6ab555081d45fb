// A vendor without limits, in a thread of its own: plain JavaScript, which a worker reads without a loader.
import { createServer } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const server = createServer((request, response) => {
  const call = { ...workerData, call_id: request.url?.split('/').pop() };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(call));
});
// Longer than anybody pauses: a connection that closes just when it is used again is a failure of its own.
server.keepAliveTimeout = 60_000;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
server.listen(0, '127.0.0.1', () => parentPort?.postMessage(server.address()));
