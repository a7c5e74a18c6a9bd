// Do notes of two phones come together without loss, and does the record leave none of them out in silence?
import { describe, expect, it } from 'vitest'
import { mostOthers } from '../../domain/administrative-inspection/checklists/findings.ts'
import { notedIn, remembered } from '../../domain/administrative-inspection/memory/context.ts'
import { administrativeInspection } from '../../domain/administrative-inspection/process.ts'
import { refusal } from '../case/acting.ts'
import type { Line } from '../support/processes/lines.ts'
import { begun, day, matter, noted, sample, tip, visiting } from './samples.ts'

const note = (data: object, who = 'lin'): Line => [who, 'note-visit', { ...data }]
const goes = (...lines: Line[]) => visiting(matter, day, ...begun, ...lines)
const memory = (...lines: Line[]) => notedIn(remembered(goes(...lines).record()))
const refused = (...lines: Line[]) => refusal(() => goes(...lines)).words
const expired = note({ finding: '灭火器过期', entry: noted(2) })
const same = note({ finding: '灭火器失效', entry: noted(3) }, 'wu')
const join: Line = ['wu', 'join-findings', { into: noted(2), entries: [noted(3)] }]
const met = { ...sample('record-inspection', 2) }

describe('notes', () => {
  it('of two phones stand beside each other, and change nothing that is decided on', () => {
    const play = goes(expired, same)
    expect(notedIn(remembered(play.record())).seen).toEqual([noted(2), noted(3)])
    expect([play.record().snapshot.value, play.record().undo]).toEqual(['under-way', null])
    expect(play.record().material).toEqual(goes().record().material)
  })

  it('are taken once there is a notice, and before where the ground needs none', () => {
    const planned = begun.slice(0, 1)
    expect(refusal(() => visiting(matter, day, ...planned, expired)).words).toContain('检查通知书')
    expect(() => visiting(matter, day, ...begun.slice(0, 2), expired)).not.toThrow()
    expect(() => visiting(tip, day, ...planned, expired)).not.toThrow()
  })

  it('are refused when the record is made or the visit is called off', () => {
    const made: Line[] = [
      ['lin', 'record-inspection', met],
      ['wu', 'sign'],
    ]
    expect(refused(...made, expired)).toContain('当前环节没有此操作')
    const off: Line[] = [...begun.slice(0, 2), ['gao', 'cancel-inspection'], expired]
    expect(refusal(() => visiting(matter, day, ...off)).code).toBe('case-closed')
  })

  it.each([
    [{ question: 'training' }, '须有检查结果'],
    [{ answer: 'no', entry: noted(1) }, '须对应检查项'],
    [{ question: 'gasAlarms', answer: 'no' }, '不在本次检查表内'],
    [{ finding: '无编号' }, '须有编号'],
    [{ finding: 'x', entry: 'not-an-id' }, '不符合要求'],
    [{ note: 'x', place: { lat: 200, lon: 0, accuracy: 1 } }, '不符合要求'],
    [{ note: 'x', phoneAt: 'yesterday' }, '不符合要求'],
    [{ note: 'x', at: `${day}T01:00:00.000Z` }, '时间须与手机时间相符'],
    [
      { note: 'x', at: `${day}T01:00:00.000Z`, phoneAt: `${day}T08:00:00.000Z`, offset: 0 },
      '时间须与手机时间相符',
    ],
  ])('that say %o are refused', (data, words) => {
    expect(refused(note(data))).toContain(words)
  })

  it('under one name are taken once', () => {
    expect(refused(expired, expired)).toContain('已记录')
  })
})

describe('what is the same', () => {
  it('is joined by a person, and is one finding from then on', () => {
    expect(memory(expired, same, join).seen).toEqual([noted(2)])
    expect(refused(expired, same, join, join)).toContain('已合并或者不存在')
  })

  it('as a question asks already goes into that', () => {
    const into: Line = ['lin', 'join-findings', { into: 'warningSigns', entries: [noted(2)] }]
    expect(memory(expired, into)).toMatchObject({ seen: [], unmet: ['warningSigns'] })
  })

  it('leads to one matter only', () => {
    const record = {
      ...met,
      otherFindings: ['灭火器过期'],
      photos: sample('record-inspection').photos,
    }
    const play = goes(expired, same, join, ['lin', 'record-inspection', record], ['wu', 'sign'])
    expect(remembered(play.record()).open).toEqual(['other1'])
    expect(remembered(play.record()).noted).toMatchObject({ seen: [], unmet: [] })
    const twice: Line = [
      'lin',
      'dismiss-finding',
      { ...sample('dismiss-finding'), findings: ['other1'] },
    ]
    play.does(twice)
    expect(refusal(() => play.does(twice)).code).toBe('not-possible-now')
  })
})

describe('the record', () => {
  it('has room for all that phones may note beside the list', () => {
    const notes = Array.from({ length: mostOthers }, (_, at) =>
      note({ finding: `问题${at + 1}`, entry: `00000000-0000-4000-8000-0000000002${10 + at}` }),
    )
    const one = note({ finding: '多出一项', entry: noted(9) })
    expect(refused(...notes, one)).toContain(`不得超过${mostOthers}项`)
    const record = {
      ...met,
      otherFindings: notes.map(([, , data]) => data?.finding),
      photos: sample('record-inspection').photos,
    }
    const play = goes(...notes, ['lin', 'record-inspection', record], ['wu', 'sign'])
    const { open } = remembered(play.record())
    expect(open).toHaveLength(mostOthers)
    play.does(['lin', 'dismiss-finding', { ...sample('dismiss-finding'), findings: open }])
    expect(remembered(play.record()).open).toEqual([])
  })

  const trained = note(
    { question: 'training', answer: 'no', photos: sample('record-inspection').photos },
    'wu',
  )

  it('that leaves out what a phone has found says why', () => {
    expect(refused(expired, trained, ['lin', 'record-inspection', met])).toContain(
      '有2项问题未列入',
    )
    const why = { ...met, differs: '复核后当场改正' }
    expect(() => goes(expired, trained, ['lin', 'record-inspection', why])).not.toThrow()
  })

  it('needs no photo of its own where a note has one', () => {
    const { photos: _, ...found } = sample('record-inspection', 1)
    const signed = { ...found, signature: 'signed', witness: undefined }
    expect(refused(['lin', 'record-inspection', signed])).toContain('须附现场照片')
    expect(() => goes(trained, ['lin', 'record-inspection', signed])).not.toThrow()
  })

  it('asks why only where something is noted', () => {
    const asks = (...lines: Line[]) =>
      administrativeInspection.events['record-inspection']
        ?.fieldsFor?.(goes(...lines).record())
        .some(({ name }) => name === 'differs')
    expect([asks(), asks(expired)]).toEqual([false, true])
  })
})
