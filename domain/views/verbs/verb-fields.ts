// What do the product's own verbs ask, with what there is to choose from in this case?
import { isRunning } from '../../engine/clocks/obligations.ts'
import { fits } from '../../engine/judging/judge-clocks.ts'
import { returnTargets } from '../../engine/judging/judge-verbs.ts'
import { mayKnowOf } from '../../engine/judging/party-sight.ts'
import { type Text, text } from '../../language/words.ts'
import type { Field, ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord, OpenTask } from '../../model/record.ts'
import type { Actor } from '../../organisation/actor.ts'
import { removableBy } from '../../tasks/signers.ts'
import { type CaseVerb, caseVerbs, type TaskVerb, taskVerbs } from '../../tasks/verbs.ts'
import { waitingCorrections } from '../corrections/correction-view.ts'

/** The form with what can be chosen on this task. */
export const taskVerbFields = (
  process: ProcessDefinition,
  record: CaseRecord,
  task: OpenTask,
  by: Actor,
  verb: TaskVerb,
): Field[] => {
  if (verb === 'return') return withTargets(process, record, task)
  if (verb !== 'remove-signer') return taskVerbs[verb].fields
  const choices = Object.fromEntries(
    removableBy(task, by).map(({ no, name }) => [String(no), text(name, name)]),
  )
  return taskVerbs[verb].fields.map((field) =>
    field.name === 'signer' ? { ...field, choices } : field,
  )
}

const withTargets = (process: ProcessDefinition, record: CaseRecord, task: OpenTask): Field[] => {
  const choices = Object.fromEntries(
    returnTargets(process, record, task).map((state) => [
      state,
      process.words.states[state] ?? { zh: state, en: state },
    ]),
  )
  return taskVerbs.return.fields.map((field) =>
    field.name === 'to' ? { ...field, choices } : field,
  )
}

/** The form with the periods that run, or the corrections that wait. */
export const caseVerbFields = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  verb: CaseVerb,
): Field[] => {
  const running = record.obligations.filter(
    (one) => isRunning(one) && fits(process, verb, one) && mayKnowOf(process, one, by),
  )
  const choices: Record<string, Text> = Object.fromEntries(
    running.map((one) => [
      one.id,
      process.clocks.find(({ clock }) => clock === one.clock)?.words ?? {
        zh: one.clock,
        en: one.clock,
      },
    ]),
  )
  const decides = verb === 'approve-correction' || verb === 'refuse-correction'
  const waiting = decides ? waitingCorrections(process, record) : {}
  return (caseVerbs[verb].fields as readonly Field[]).map((field) =>
    field.name === 'obligation'
      ? { ...field, choices }
      : field.name === 'seq' && decides
        ? { ...field, choices: waiting, value: Object.keys(waiting)[0] ?? '' }
        : field,
  )
}
