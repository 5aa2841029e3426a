import type { ExecuteCommandParams, WorkDoneProgressReporter } from 'vscode-languageserver';
import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { caseForm } from '../../custom/case-form.ts';
import { ruleCoverage } from '../../custom/coverage.ts';
import { decideCase } from '../../custom/decide-case.ts';
import { generatedCode } from '../../custom/generated-code.ts';
import { ruleTree } from '../../custom/rule-tree.ts';
import { runSelectedTests } from '../../custom/run-tests.ts';
import { testTree } from '../../custom/test-tree.ts';
import type { ProgramSnapshot } from '../../model/snapshot.ts';
import type { CustomMethod } from '../../protocol.ts';
import { commandOf, customMethods } from '../../protocol.ts';
import { uriKey } from '../../text/uris.ts';
import { createClock } from '../../workspace/clock.ts';
import type { FeatureContext } from '../answers.ts';
import { guardRequest } from '../guard.ts';
import type { CustomParams } from './custom-params.ts';
import { readCustomParams } from './custom-params.ts';

type Answer = (context: FeatureContext, params: CustomParams, pause: () => Promise<void>) => Promise<unknown>;

/** The requests of `protocol.ts`, as requests and as commands. */
export function registerCustom(context: FeatureContext): void {
  const { connection, log } = context;
  for (const method of customMethods) {
    connection.onRequest(
      method,
      guardRequest(log, method, (params: unknown, token) =>
        answer(context, { method, params, isCancelled: () => token.isCancellationRequested }),
      ),
    );
  }
  connection.onExecuteCommand(async (params: ExecuteCommandParams, token, progress) => {
    const method = customMethods.find((each) => commandOf(each) === params.command);
    const run = guardRequest(log, params.command, async (_: ExecuteCommandParams) => {
      if (method === undefined) throw unknownCommand(params.command);
      const [first] = params.arguments ?? [];
      return answer(context, {
        method,
        params: first,
        isCancelled: () => token.isCancellationRequested,
        progress,
      });
    });
    return run(params, token);
  });
}

interface Call {
  readonly method: CustomMethod;
  readonly params: unknown;
  readonly isCancelled: () => boolean;
  readonly progress?: WorkDoneProgressReporter;
}

async function answer(context: FeatureContext, call: Call): Promise<unknown> {
  const { method, params, isCancelled, progress } = call;
  const clock = createClock(context.workspace.environment);
  const isLong = method === 'privacy/runTests' || method === 'privacy/coverage';
  if (isLong)
    progress?.begin(method === 'privacy/runTests' ? 'Running tests' : 'Measuring coverage', 0, '', true);
  try {
    return await answers[method](context, readCustomParams(params), async () => {
      await clock.rest();
      if (isCancelled()) throw new ResponseError(LSPErrorCodes.RequestCancelled, `${method} was cancelled`);
    });
  } finally {
    if (isLong) progress?.done();
  }
}

const answers: Readonly<Record<CustomMethod, Answer>> = {
  'privacy/testTree': async (context, params) => testTree(await programs(context, params)),
  'privacy/runTests': async (context, params, pause) =>
    runSelectedTests(await programs(context, params), { ids: params.ids, about: params.about }, pause),
  'privacy/caseForm': async (context, params) => caseForm(await oneProgram(context, params), params) ?? null,
  'privacy/decideCase': async (context, params) =>
    decideCase(
      await oneProgram(context, params),
      { ...params, activity: params.activity ?? '', facts: params.facts ?? {} },
      { now: context.workspace.environment.moment() },
    ),
  'privacy/coverage': async (context, params, pause) => ruleCoverage(await programs(context, params), pause),
  'privacy/generatedCode': async (context, params) => {
    const snapshot = await oneProgram(context, params);
    const file = snapshot.fileAt(uriKey(params.uri ?? ''));
    if (file === undefined) throw noProgram();
    return generatedCode(snapshot, file, { range: params.range });
  },
  'privacy/rules': async (context, params) => ruleTree(await programs(context, params)),
};

/** The program of the file that is named, or all of the workspace. */
async function programs(
  { workspace }: FeatureContext,
  { uri }: CustomParams,
): Promise<readonly ProgramSnapshot[]> {
  if (uri === undefined) return workspace.allPrograms();
  const snapshot = await workspace.programAt(uri);
  return snapshot === undefined ? [] : [snapshot];
}

async function oneProgram(context: FeatureContext, params: CustomParams): Promise<ProgramSnapshot> {
  const [first] = await programs(context, params);
  if (first === undefined) throw noProgram();
  return first;
}

function noProgram(): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, 'There is no program with this file.');
}

function unknownCommand(command: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, `There is no command ${command}.`);
}
