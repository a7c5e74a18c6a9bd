// What is written and answered of a command once it is decided: its answer, and when the case is to be woken?
import { answerCommand } from '../db/cases/case-store.ts'
import type { Command as CommandRow } from '../db/cases/commands.ts'
import { moveWake } from '../db/cases/projection.ts'
import { askForWake, noteSeen } from '../db/cases/wakes.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { AdvanceRequest, AdvanceResult } from './contract.ts'
import { nextWake } from './next-wake.ts'
import { outlookOf, resultOf } from './outlook.ts'
import type { Turn } from './write.ts'

const refusedAtTheDoor = {
  revision: 0,
  wakeInMs: null,
  effects: false,
  closed: true,
  state: 'refused',
  details: 'refused at the door',
}

/** In the transaction of the command. */
export const reportTurn = async (
  turn: Turn,
  now: Instant,
  { caseId, outside = false }: AdvanceRequest,
  command: CommandRow | null,
): Promise<AdvanceResult> => {
  const { record, answer, tx, process, decisionContext, pending } = turn
  const answering = command && answer ? answerCommand(tx, command.id, answer) : null
  const reply =
    answer === null || answer.ok
      ? answer
      : { ok: false as const, code: answer.problem.code, revision: record?.revision ?? 0 }
  if (!record) {
    await answering
    return { ...refusedAtTheDoor, caseId, answer: reply }
  }
  const unchanged = record === turn.before
  const outlook = outlookOf(process, record, {
    pending,
    now,
    windowMs: decisionContext.noticeWindowMs ?? 0,
  })
  const result = { ...resultOf(outlook, now), answer: reply }
  const [wake] = await Promise.all([
    outside ? !unchanged && askForWake(tx, outlook, turn.effectsNow) : noteSeen(tx, outlook),
    answering,
    unchanged && moveWake(tx, record.id, nextWake(pending, record, now)),
  ])
  return wake ? { ...result, wake: { generation: record.generation } } : result
}
