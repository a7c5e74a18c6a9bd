// What is a verb on the whole case, and how is it told?
import type { Audience } from '../model/audience.ts'
import type { Command } from '../model/command.ts'
import type { DecisionContext } from '../model/decision-context.ts'
import { appendFact, type Draft } from '../model/draft.ts'
import type { ProcessDefinition } from '../model/process.ts'
import { markOf } from '../organisation/actor.ts'

export type DecideCaseVerb = (
  process: ProcessDefinition,
  draft: Draft,
  command: Command,
  decisionContext: DecisionContext,
) => Draft

export const tellVerb = (
  draft: Draft,
  command: Command,
  decisionContext: DecisionContext,
  audience: Audience,
  data: Record<string, unknown>,
  before?: unknown,
): Draft =>
  appendFact(draft, {
    type: command.type,
    at: command.occurredAt,
    recordedAt: decisionContext.at,
    by: markOf(command.by),
    audience,
    data,
    before,
  })
