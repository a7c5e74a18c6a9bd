// Is the act that usually comes next offered first, and does nobody undo a signature without being notified?
import { describe, expect, it } from 'vitest'
import { alarmEpisode } from '../../../domain/alarm-episode/process.ts'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import { hazchemLicence } from '../../../domain/hazchem-licence/process.ts'
import { candidates, statesOf } from '../../../domain/model/chart.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import type { Person } from '../../../domain/organisation/actor.ts'
import { processes } from '../../../domain/processes.ts'
import { acts } from '../../../domain/views/acts.ts'
import { timelineItem } from '../../../domain/views/timeline.ts'
import { raising } from '../../alarm-episode/playing.ts'
import { light } from '../../alarm-episode/samples.ts'
import { situations as alarmSituations } from '../../alarm-episode/situations.ts'
import {
  deciding as emergencyPeople,
  situations as emergencySituations,
} from '../../emergency-response/situations.ts'
import { reported } from '../../hazard-rectification/samples.ts'
import { situations as hazardSituations } from '../../hazard-rectification/situations.ts'
import { situations as licenceSituations } from '../../hazchem-licence/situations.ts'
import { deep } from '../../support/deep.ts'
import { actor, everybody, licensing } from '../../support/people/cast.ts'
import { decisionContextAt, type Situation } from '../../support/walks/walk.ts'
import { playing } from '../acting.ts'

const at = '2026-03-02T01:00:00.000Z'
const [lin, wu, qi] = [actor('lin'), actor('wu'), actor('qi')]

const usualFor = (process: ProcessDefinition, record: CaseRecord, by: Person, moment = at) =>
  acts(process, record, by, decisionContextAt(moment)).flatMap(({ type, usual }) =>
    usual ? [type] : [],
  )

const grading = { grade: 'general', findings: '属实' }

describe.each(Object.values(processes))('$id', (process) => {
  const tasks = statesOf(process.machine).flatMap(({ name, task }) =>
    task ? [{ name, task: task.task }] : [],
  )

  it('says of every task which act usually comes next, or that none is', () => {
    expect(tasks.filter(({ task }) => process.usual?.[task] === undefined)).toEqual([])
  })

  it('names only acts that the step has and that belong to its task', () => {
    const named = Object.entries(process.usual ?? {}).flatMap(([task, usual]) =>
      typeof usual === 'function' ? [] : usual.map((type) => ({ task, type })),
    )
    // Notes from the place belong to whoever stands there, whoever has the task.
    const others = named.filter(({ type }) => !process.events[type]?.fieldNote)
    // Power may be given back before anybody is asked to.
    const asked = others.filter(({ type }) => type !== 'restore-power')
    expect(asked.filter(({ type }) => process.events[type]?.by !== 'task')).toEqual([])
  })
})

const walked: [ProcessDefinition, Situation[], Person[]][] = [
  [hazardRectification, hazardSituations, everybody()],
  [hazchemLicence, licenceSituations, licensing()],
  [alarmEpisode, alarmSituations, everybody()],
  [emergencyResponse, emergencySituations, emergencyPeople()],
]

describe.each(walked)('in every situation', (process, situations, people) => {
  it(`promise (screens): of ${process.id} at most one act of a task is the large button, and it can be done`, () => {
    for (const { record, decisionContext } of situations.filter((_, at) => deep || at % 10 === 0))
      for (const person of people) {
        const usual = acts(process, record, person, decisionContext).filter((act) => act.usual)
        expect(usual.every(({ allowed }) => allowed)).toBe(true)
        const perTask = usual.map(({ taskId }) => taskId)
        expect(new Set(perTask).size).toBe(perTask.length)
      }
  })
})

describe('promise (screens): the large button is what usually comes next, and none where nothing is usual', () => {
  const ordered = () => {
    const play = playing(hazardRectification, qi, reported, at)
    play.act(lin, 'verify', grading)
    play.act(wu, 'sign')
    return play
  }

  it('the inspector on the first day: verifying, not handing over', () => {
    const play = playing(hazardRectification, qi, reported, at)
    expect(usualFor(hazardRectification, play.record(), lin)).toEqual(['verify'])
    expect(usualFor(hazardRectification, ordered().record(), lin)).toEqual(['issue-order'])
  })

  it('the enterprise: reporting that it is done, not progress; the bureau meanwhile: nothing, least of all refusal', () => {
    const inWork = hazardSituations.find(
      ({ record }) =>
        (record.snapshot.value as { handling: unknown }).handling &&
        record.data['issue-order'] &&
        'rectify' in record.entries,
    )
    expect(inWork).toBeDefined()
    const { record, decisionContext } = inWork!
    const party = everybody().filter(({ enterprise }) => enterprise === record.owner)
    const offered = party.flatMap((person) =>
      usualFor(hazardRectification, record, person, decisionContext.at),
    )
    expect(offered).not.toContain('report-progress')
    expect(offered.some((type) => ['report-rectified', 'apply-acceptance'].includes(type))).toBe(
      true,
    )
    for (const person of everybody().filter(({ enterprise }) => enterprise === null))
      expect(usualFor(hazardRectification, record, person, decisionContext.at)).not.toContain(
        'declare-refusal',
      )
  })

  it('the duty officer: acknowledging; and while a fire stands, no note for the next shift', () => {
    const play = raising(light)
    expect(usualFor(alarmEpisode, play.record(), actor('dan'))).toEqual(['acknowledge'])
    play.does(['dan', 'acknowledge'])
    expect(usualFor(alarmEpisode, play.record(), actor('dan'))).not.toContain('hand-over')
  })
})

describe('where a proposal waits for a second signature', () => {
  const proposed = () => {
    const play = playing(hazardRectification, qi, reported, at)
    play.act(lin, 'verify', grading)
    return play
  }
  const verifyActs = (record: CaseRecord, by: Person) =>
    acts(hazardRectification, record, by, decisionContextAt(at))

  it('promise (screens): agreeing is the large button of the second inspector, and who has signed has none', () => {
    const { record } = proposed()
    expect(usualFor(hazardRectification, record(), wu)).toEqual(['sign'])
    expect(usualFor(hazardRectification, record(), lin)).toEqual([])
  })

  it('the form holds what was proposed and says whose signature another outcome undoes', () => {
    const all = verifyActs(proposed().record(), wu)
    expect(all.find(({ type }) => type === 'verify')?.proposal).toEqual({
      falls: [lin.name],
      data: grading,
    })
    expect(all.find(({ type }) => type === 'reject')?.proposal).toEqual({
      falls: [lin.name],
      data: null,
    })
  })

  it('promise (screens): the record says whose signature fell and what it had said', () => {
    const play = proposed()
    play.act(wu, 'verify', { ...grading, findings: '只有一处属实' })
    const fact = play.facts.at(-1)!
    expect(fact.data.fell).toEqual({
      about: 'verify',
      proposal: grading,
      signatures: [{ name: lin.name, opinion: null }],
    })
    const item = timelineItem(hazardRectification, { ...fact, hash: '' } as never, 'internal')
    const texts = Object.fromEntries(
      (item?.fields ?? []).map(({ name, value }) => [name, value.zh]),
    )
    expect(texts.fell).toBe(lin.name)
    expect(texts.fellProposal).toContain('属实')
    expect(timelineItem(hazardRectification, { ...fact, hash: '' } as never, 'party')).toBeNull()
  })

  it('the same again is agreement: no signature falls', () => {
    const play = proposed()
    play.act(wu, 'verify', grading)
    expect(play.facts.some(({ data }) => 'fell' in data)).toBe(false)
    expect(
      candidates(hazardRectification.machine, play.record().snapshot, 'issue-order').length,
    ).toBeGreaterThan(0)
  })
})
