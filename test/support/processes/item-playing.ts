// How is an item of a case worked in a play: found by how-manieth it is, its act sent with its own task, its clock read?
import { DomainError } from '../../../domain/language/errors.ts'
import type { playing } from '../../case/acting.ts'
import { author } from '../people/cast.ts'

type Play = Pick<ReturnType<typeof playing>, 'act' | 'record'>
type Form = Record<string, unknown>

const item = (play: Play, nth = 1) =>
  Object.values(play.record().items ?? {}).find((one) => one.nth === nth)
const taskOf = (play: Play, nth = 1) => {
  const no = item(play, nth)?.no
  return Object.values(play.record().openTasks).find((task) => task.item === no)?.id ?? ''
}
const stateOf = (play: Play, nth = 1) => item(play, nth)?.snapshot.value
const clock = (play: Play, name: string, nth = 1) =>
  play.record().obligations.find((one) => one.clock === name && one.item === item(play, nth)?.no)

/** The words of a refusal, or its code where it has none. */
const refusal = (work: () => unknown): string => {
  try {
    work()
    return 'allowed'
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return error.reasons.map(({ zh }) => zh).join('；') || error.code
  }
}

/** `sample`: what the form of an act says where a test says nothing. */
export const itemsPlayed = (sample: (type: string) => Form | undefined) => {
  const does = (play: Play, who: string, type: string, data?: Form, nth = 1) =>
    play.act(author(who), type, data ?? sample(type) ?? {}, { taskId: taskOf(play, nth) })
  return { clock, does, item, refusal, stateOf, taskOf }
}
