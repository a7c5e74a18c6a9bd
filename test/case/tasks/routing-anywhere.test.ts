// Whatever the process, the people and the rules: is nobody ever given a task that he is barred from, and is the same decision always the same?
import { expect, test } from 'vitest'
import type { Candidate } from '../../../domain/engine/choosing.ts'
import { judge } from '../../../domain/engine/judging/judge.ts'
import { mayUse } from '../../../domain/engine/judging/judge-verbs.ts'
import { freshTasks, groupsAround, settleTasks } from '../../../domain/engine/settle.ts'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import { hazchemLicence } from '../../../domain/hazchem-licence/process.ts'
import { draftOf } from '../../../domain/model/draft.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord, OpenTask } from '../../../domain/model/record.ts'
import type { Person } from '../../../domain/organisation/actor.ts'
import { type RoutingRule, ways } from '../../../domain/tasks/routing/rules.ts'
import { threeSimultaneities } from '../../../domain/three-simultaneities/process.ts'
import { samples as hazardForms, reported } from '../../hazard-rectification/samples.ts'
import { samples as licenceForms } from '../../hazchem-licence/samples.ts'
import { situations as licences } from '../../hazchem-licence/situations.ts'
import { deep } from '../../support/deep.ts'
import { type Dice, dice, oneOf } from '../../support/dice.ts'
import { actor } from '../../support/people/cast.ts'
import { posts } from '../../support/people/people.ts'
import { startsOf } from '../../support/walks/desk-starts.ts'
import { standingOf } from '../../support/walks/replaying.ts'
import { decisionContextAt, type Samples } from '../../support/walks/walk.ts'
import { samples as projectForms } from '../../three-simultaneities/samples.ts'
import { situations as projects } from '../../three-simultaneities/situations.ts'

const at = '2026-03-02T01:00:00.000Z'

const everybody = Object.keys(posts).map(actor)
const [mostCases, decisions] = deep ? [150, 600] : [50, 150]
/** Cases of one process in the situations that people bring them into, as far as a task of the authorities is fresh there. */
const someOf = (all: { record: CaseRecord }[]): CaseRecord[] =>
  all
    .map(({ record }) => record)
    .filter((record) => record.status === 'open' && freshTasks(null, record).length > 0)
    .slice(0, mostCases)

const begun = {
  process: hazardRectification,
  by: actor('qi'),
  openings: [{ data: reported, at }],
  forms: hazardForms,
  people: everybody,
}
const settings = [
  { process: hazardRectification, records: () => someOf(startsOf(begun, 80)), forms: hazardForms },
  { process: hazchemLicence, records: () => someOf(licences), forms: licenceForms },
  { process: threeSimultaneities, records: () => someOf(projects), forms: projectForms },
]

/** Some of everybody, a few of them with another's post, a load, a turn or a substitute. */
const peopleBy = (roll: Dice, groups: string[]): Candidate[] =>
  everybody
    .filter(({ enterprise }) => enterprise === null && roll(4) > 0)
    .map((person) => {
      const [office = '', role = ''] = (oneOf(roll, groups) ?? '').split('/')
      const more = roll(2) === 0 ? [{ office, role, region: office.slice(0, 6) } as never] : []
      const other = oneOf(
        roll,
        everybody.filter(({ enterprise }) => enterprise === null),
      ) as Person
      const standIns =
        roll(4) === 0 && other.id !== person.id
          ? [{ id: other.id, name: other.name, order: 'x', posts: null }]
          : []
      return {
        person: { ...person, appointments: [...person.appointments, ...more] },
        load: roll(3),
        turns: { r1: roll(4) },
        standIns,
      }
    })

const ruleBy = (roll: Dice, groups: string[]): RoutingRule => {
  const { id, name } = oneOf(roll, everybody) as Person
  const way = oneOf(roll, Object.keys(ways) as (keyof typeof ways)[]) ?? 'round'
  return {
    id: 'r1',
    group: oneOf(roll, groups) ?? '',
    process: null,
    region: null,
    field: null,
    value: null,
    order: null,
    seq: 1,
    way,
    person: way === 'person' ? { id, name } : null,
    since: '2004-01-01T00:00:00.000Z',
    until: null,
  }
}

/** Every form of the process that somebody nobody knows may send at this task in these posts, and he may not. */
const barredFrom = (
  process: ProcessDefinition,
  record: CaseRecord,
  task: OpenTask,
  by: Person,
  forms: Samples,
): string[] => {
  const free = {
    ...record,
    openTasks: { ...record.openTasks, [task.id]: { ...task, assignee: null } },
  }
  const allowed = (one: Person, type: string, data: Record<string, unknown>) =>
    judge(process, free, one, { type, data, taskId: task.id }, decisionContextAt(at)).allowed
  return Object.entries(forms).flatMap(([type, all]) =>
    process.events[type]?.by === 'task' &&
    all.some((data) => allowed({ ...by, id: 'nobody' }, type, data) && !allowed(by, type, data))
      ? [type]
      : [],
  )
}

test.each(settings)(
  '$process.id: nobody barred is ever given a task, the same again is the same, and the chart does not move',
  ({ process, records, forms }) => {
    const wrong: unknown[] = []
    let gave = 0
    const cases = records()
    for (const record of cases)
      for (let seed = 1; seed <= decisions / cases.length; seed += 1) {
        const roll = dice(seed)
        const open = freshTasks(null, record)
        const groups = groupsAround(process, record, open)
        const known = {
          candidates: peopleBy(roll, groups),
          rules: [ruleBy(roll, groups)],
          vacant: [],
        }
        const request = { process, decisionContext: decisionContextAt(at), register: known }
        const { draft } = settleTasks(request, null, draftOf(record))
        if (
          JSON.stringify(draft) !==
          JSON.stringify(settleTasks(request, null, draftOf(structuredClone(record))).draft)
        )
          wrong.push('not the same')
        if (standingOf(draft.record) !== standingOf(record)) wrong.push('moved')
        for (const { id } of open) {
          const task = draft.record.openTasks[id] as OpenTask
          if (!task.assignee) continue
          gave += 1
          const person = known.candidates.find(
            (candidate) => candidate.person.id === task.assignee?.id,
          )?.person as Person
          const claim = mayUse(
            process,
            draft.record,
            { ...task, assignee: null },
            person,
            { type: 'claim', data: {} },
            decisionContextAt(at),
          )
          if (claim !== true) wrong.push([person.id, task.task, claim])
          wrong.push(
            ...barredFrom(process, draft.record, task, person, forms).map((type) => [
              person.id,
              task.task,
              type,
            ]),
          )
        }
      }
    expect(wrong.slice(0, 5)).toEqual([])
    expect(gave).toBeGreaterThan(20)
  },
)
