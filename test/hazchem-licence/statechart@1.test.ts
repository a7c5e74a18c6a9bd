// Does the first chart still hold for the cases that stand on it, and does each come over to the present one as it was worked?
import { describe, expect, it } from 'vitest'
import { stateKey } from '../../domain/case/chart.ts'
import { migrate, migrated } from '../../domain/case/migrate.ts'
import type { CaseRecord } from '../../domain/case/record.ts'
import { hazchemLicence1 } from '../../domain/hazchem-licence/process@1.ts'
import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import { handlingEnded } from '../../domain/hazchem-licence/regions/ends.ts'
import { versionsOf } from '../../domain/processes.ts'
import { playing, refusal } from '../case/acting.ts'
import { actor, licensing } from '../support/cast.ts'
import { itHolds } from '../support/chart-model.ts'
import type { Line } from '../support/lines.ts'
import { exploreNovel, opened, worldAt } from '../support/walk.ts'
import { opined, sample } from './playing.ts'
import { applied, change, lateRenewal, renewal, samples } from './samples.ts'

const at = '2026-03-02T01:00:00.000Z'
const forms = Object.fromEntries(Object.entries(samples).filter(([type]) => !/hearing|joint/.test(type)))
const situations = exploreNovel(
  hazchemLicence1,
  [applied, renewal, lateRenewal, change].map((form) => opened(hazchemLicence1, actor('mao'), form, at)),
  licensing(),
  forms,
)

/** As the row was written before the present chart: its context knows nothing of what that one remembers more. */
const asKept = (record: CaseRecord): CaseRecord => {
  const { hearing, othersTold, stopped, jointWith, unanswered, ...context } = record.snapshot.context
  return { ...record, snapshot: { ...record.snapshot, context } }
}
const answers = situations.map(({ record }) => ({ record: asKept(record), answer: migrated(hazchemLicence, asKept(record)) }))

describe('the model of the first chart', () => {
  const ended = { event: handlingEnded, by: actor('gao'), at }
  itHolds({ process: hazchemLicence1, situations, samples: forms, deciding: licensing(), ended })

  it('knows no hearing and no joint handling', () => {
    expect(versionsOf('hazchem-licence').map(({ version }) => version)).toEqual([2, 1])
    expect(Object.keys(hazchemLicence1.events).filter((type) => /hearing|joint/.test(type))).toEqual([])
    expect(hazchemLicence1.clocks.filter(({ clock }) => /hearing|joint/.test(clock))).toEqual([])
    expect(hazchemLicence1.documents?.map(({ id }) => id).filter((id) => id.includes('hearing'))).toEqual([])
  })
})

describe('every situation of the first chart', () => {
  it('comes over while it is open, its handling and its bar as they were', () => {
    for (const { record, answer } of answers) {
      if ('zh' in answer) {
        expect([record.status, answer.en]).toEqual(['closed', 'The case is closed'])
        continue
      }
      const { hearing, joint, ...rest } = answer.snapshot.value as Record<string, string>
      expect(stateKey(rest)).toBe(stateKey(record.snapshot.value))
      const { handling } = record.snapshot.value as { handling: string | object }
      const reviewed = typeof handling === 'object' && 'reviewing' in handling
      const over = ['refused', 'not-accepted', 'annulled'].includes(String(handling))
      expect([hearing, joint]).toEqual(reviewed ? ['possible', 'possible'] : over ? ['closed', 'closed'] : ['none', 'none'])
    }
    expect(answers.filter(({ answer }) => 'snapshot' in answer).length).toBeGreaterThan(30)
  })

  it('keeps its periods and its desks, hands included', () => {
    for (const { record, answer } of answers.filter(({ answer }) => 'snapshot' in answer)) {
      const { record: now } = migrate(hazchemLicence, record, worldAt('2026-08-01T01:00:00.000Z'))
      expect([now.chart, now.obligations, now.desk, 'zh' in answer]).toEqual([2, record.obligations, record.desk, false])
    }
  })

  it('remembers what stops its period', () => {
    for (const { answer } of answers) {
      if ('zh' in answer) continue
      const key = stateKey(answer.snapshot.value)
      const [, step = ''] = /handling\.reviewing\.([\w-]+)/.exec(key) ?? []
      const stopped = { checking: 'site-check', reworking: 'rework', 'expert-review': 'expert-review' }[step] ?? null
      expect([key, answer.snapshot.context.stopped]).toEqual([key, stopped])
    }
  })
})

describe('a case that came over', () => {
  const begun = (...lines: Line[]) => {
    const play = playing(hazchemLicence1, actor('mao'), applied, at)
    for (const [who, type, data = sample(type) ?? {}] of lines) play.act(actor(who), type, data)
    return play
  }
  const over = (record: CaseRecord, on: string) => {
    const play = playing(hazchemLicence, actor('mao'), applied, at, migrate(hazchemLicence, asKept(record), worldAt(on)).record)
    play.to(on)
    return play
  }

  it('on site, it finishes its check, is heard and decided on under the present chart', () => {
    const old = begun(['kou', 'accept'], ['shen', 'begin-site-check'], ['shen', 'site-check-passed'])
    expect(refusal(() => old.act(actor('shen'), 'tell-hearing-right', sample('tell-hearing-right'))).code).not.toBe('none')
    const now = over(old.record(), '2026-03-03T01:00:00.000Z')
    const acts: Line[] = [
      ['song', 'sign', {}],
      ['shen', 'tell-hearing-right'],
      ['mao', 'request-hearing'],
    ]
    for (const [who, type, data = sample(type)] of acts) now.act(actor(who), type, data)
    const review = now.record().obligations.find(({ clock }) => clock === 'review')
    expect([review?.status, review?.pauses.map(({ kind }) => kind)]).toEqual(['paused', ['site-check', 'hearing']])
    now.act(actor('chen'), 'notify-hearing', sample('notify-hearing'))
    now.act(actor('chen'), 'close-hearing', sample('close-hearing'))
    for (const [who, type, data = sample(type)] of [...opined, ['gao', 'grant'] as Line]) now.act(actor(who), type, data)
    expect(stateKey(now.record().snapshot.value)).toBe('bar.none|handling.issuing|hearing.none|joint.none')
  })

  it('may be corrected to another authority after acceptance, which the first chart refused', () => {
    const old = begun(['kou', 'accept'])
    expect(refusal(() => old.act(actor('chen'), 'correct-jurisdiction', sample('correct-jurisdiction'))).code).toBe('not-possible-now')
    const now = over(old.record(), '2026-03-03T01:00:00.000Z')
    now.act(actor('chen'), 'correct-jurisdiction', sample('correct-jurisdiction'))
    expect(now.record().region).toBe('330800')
  })

  it('stays while a correction waits, says why, and does not come over twice', () => {
    const record = begun(['kou', 'accept']).record()
    const waiting = { ...record, corrections: { 2: {} } } as unknown as CaseRecord
    expect(refusal(() => migrate(hazchemLicence, waiting, worldAt(at)))).toEqual({
      code: 'not-possible-now',
      words: '有更正待批准：请先批准或撤销',
    })
    const moved = migrate(hazchemLicence, record, worldAt(at)).record
    expect(refusal(() => migrate(hazchemLicence, moved, worldAt(at))).code).toBe('not-possible-now')
  })
})
