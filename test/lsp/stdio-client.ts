import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** An editor that speaks with a server over its standard streams. */
export interface StdioClient {
  request(method: string, params: unknown): Promise<Message>;
  /** The number of the request, for taking it back, and its answer. */
  startRequest(method: string, params: unknown): { readonly id: number; readonly answer: Promise<Message> };
  notify(method: string, params: unknown): void;
  /** The next message of a method for which the condition holds, also one that came already. */
  next<Params>(method: string, condition: (params: Params) => boolean): Promise<Params>;
  /** The exit code. */
  readonly exited: Promise<number | null>;
  kill(): void;
  /** What a probe that was loaded into the server reports. */
  probe<Report>(): Promise<Report>;
}

export function startStdioClient(program: string, args: readonly string[]): StdioClient {
  const server = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  server.setMaxListeners(0);
  const waiting = new Map<number | string, (message: Message) => void>();
  const received: Message[] = [];
  const listeners = new Set<(message: Message) => void>();
  let nextId = 1;
  let complaints = '';
  const onComplaint = new Set<() => void>();
  server.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
    for (const listener of onComplaint) listener();
  });
  const send = (message: object): void => write(server, message);
  readMessages(server, (message) => {
    if (message.method === undefined) waiting.get(message.id ?? 0)?.(message);
    else if (message.id !== undefined) send({ id: message.id, result: null });
    if (message.method === undefined) return;
    received.push(message);
    for (const listener of [...listeners]) listener(message);
  });
  const startRequest: StdioClient['startRequest'] = (method, params) => {
    const id = nextId;
    nextId += 1;
    const answer = new Promise<Message>((resolve, reject) => {
      waiting.set(id, resolve);
      server.on('exit', () => reject(new Error(`the server ended: ${complaints}`)));
    });
    answer.catch(() => {});
    send({ id, method, params });
    return { id, answer };
  };
  return {
    startRequest,
    request: (method, params) => startRequest(method, params).answer,
    notify: (method, params) => send({ method, params }),
    next<Params>(method: string, condition: (params: Params) => boolean) {
      return new Promise<Params>((resolve) => {
        const listener = (message: Message): void => {
          // The caller names the method, and with it the shape of its parameters.
          const params = message.params as Params;
          if (message.method !== method || !condition(params)) return;
          listeners.delete(listener);
          resolve(params);
        };
        const known = received.find(
          (message) => message.method === method && condition(message.params as Params),
        );
        if (known !== undefined) resolve(known.params as Params);
        else listeners.add(listener);
      });
    },
    exited: new Promise((resolve) => server.on('exit', resolve)),
    kill: () => server.kill(),
    probe<Report>() {
      complaints = '';
      return new Promise<Report>((resolve) => {
        const listener = (): void => {
          const report = /^probe (\{.*\})$/m.exec(complaints)?.[1];
          if (report === undefined) return;
          onComplaint.delete(listener);
          // The caller knows its own probe.
          resolve(JSON.parse(report) as Report);
        };
        onComplaint.add(listener);
        server.kill('SIGUSR2');
      });
    },
  };
}

function write(server: ChildProcessWithoutNullStreams, message: object): void {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function readMessages(server: ChildProcessWithoutNullStreams, handle: (message: Message) => void): void {
  let buffer = Buffer.alloc(0);
  server.stdout.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const headEnd = buffer.indexOf('\r\n\r\n');
      const length = /Content-Length: (\d+)/i.exec(buffer.subarray(0, Math.max(0, headEnd)).toString())?.[1];
      if (length === undefined || buffer.length < headEnd + 4 + Number(length)) return;
      const body = buffer.subarray(headEnd + 4, headEnd + 4 + Number(length)).toString('utf8');
      buffer = buffer.subarray(headEnd + 4 + Number(length));
      handle(JSON.parse(body));
    }
  });
}
