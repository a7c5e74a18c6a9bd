// How do projects go through an office in which everybody has a pile, his days of the week and his holidays?
import { stateKey } from '../../domain/model/chart.ts'
import type { ProjectContext } from '../../domain/three-simultaneities/context.ts'
import { threeSimultaneities } from '../../domain/three-simultaneities/process.ts'
import type { Bureau, Errand, Turn } from '../support/walks/busy-bureau.ts'
import { inApplication } from '../support/walks/busy-review.ts'
import { sample } from './playing.ts'
import { hazchem, mine, samples } from './samples.ts'

const served = { serve: 'serve-approval', serveRefusal: 'serve-refusal' }
const ofDesign = { grant: 'approve-design', refuse: 'refuse-design', ...served }
const decisions = {
  conditions: { grant: 'pass-conditions', refuse: 'refuse-conditions', ...served },
  design: ofDesign,
  change: ofDesign,
}
type Phase = keyof typeof decisions

type Data = (on: string) => Record<string, unknown>

/** The builder takes his time. */
const builds = (
  { chance }: Turn,
  type: string,
  shortest: number,
  longest: number,
  data: Data = () => sample(type),
): Errand => ({
  type,
  party: 'mao',
  days: chance.between(shortest, longest),
  data,
})
const looks = ({ chance }: Turn, type: string, who: string[]): Errand => ({
  type,
  who,
  hours: chance.between(1, 4),
  data: () => sample(type),
})

const spotCheck = (turn: Turn): Errand => {
  const task = Object.values(turn.record.openTasks).find((one) => one.task === 'spot-check')
  if (!task?.proposal)
    return looks(turn, turn.chance.happens(0.25) ? 'spot-check-failed' : 'spot-check-passed', [
      'shen',
      'song',
    ])
  const first = task.signatures.findLast(({ withdrawn }) => !withdrawn)?.person
  return {
    type: 'sign',
    who: ['shen', 'song'].filter((one) => one !== first),
    hours: 0.7,
    taskId: task.id,
  }
}

/** Between the applications, and after them: where the builder or the spot check has its turn. */
const elsewhere = (state: string, turn: Turn): Errand | null => {
  const { chance, record } = turn
  const { kind } = record.snapshot.context as ProjectContext
  switch (state) {
    case 'planning':
      return builds(turn, kind === 'hazchem' ? 'apply-conditions' : 'apply-design', 1, 15)
    case 'designing':
      return builds(turn, 'apply-design', 10, 60)
    case 'approved':
      return builds(turn, 'begin-construction', 3, 30, (on) => ({
        ...sample('begin-construction'),
        startedOn: on,
      }))
    case 'building':
      if (chance.happens(record.snapshot.context.phase === 'change' ? 0.05 : 0.3))
        return builds(turn, 'apply-change', 10, 60)
      return builds(turn, 'finish-construction', 40, 120, () => ({
        ...samples['finish-construction']?.[1],
      }))
    case 'accepting':
      return builds(turn, 'report-completion', 2, 30, (on) => ({
        ...sample('report-completion'),
        acceptedOn: on,
      }))
    case 'supervising':
      return looks(turn, chance.happens(0.2) ? 'begin-spot-check' : 'file-completion', ['chen'])
    case 'spot-check':
      return spotCheck(turn)
    case 'correcting':
      return builds(turn, 'report-corrected', 3, 30)
    default:
      return null
  }
}

/** Hazardous chemicals and mines, reviewed by the county. */
export const busyProjects: Bureau = {
  process: threeSimultaneities,
  perDay: 0.4,
  staff: {
    kou: { hours: 3.4 },
    shen: { hours: 4.4 },
    song: { hours: 4.4, on: [1, 3, 4, 5] },
    chen: { hours: 3.4, on: [2, 3, 4, 5] },
    gao: { hours: 1.7 },
  },
  opens: (_, chance) => ({ who: 'mao', data: chance.happens(0.55) ? hazchem : mine }),
  next: (request) => {
    const main = stateKey(request.record.snapshot.value)
      .split('|')
      .find((state) => state.startsWith('handling.'))
    const [, phase = '', ...step] = (main ?? '').split('.')
    if (!(phase in decisions)) return elsewhere(phase, request)
    const what = {
      sample,
      around: `handling.${phase}.reviewing`,
      onPaper: phase !== 'conditions',
      decisions: decisions[phase as Phase],
    }
    return inApplication(step.at(-1) ?? '', request, what)
  },
}
