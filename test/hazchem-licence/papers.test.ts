// Is an application accepted only when every paper is there that the guide calls necessary?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serviceGuide } from '../../domain/guide/guide.ts'
import { modes, necessaryPapers, papers } from '../../domain/hazchem-licence/papers.ts'
import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import { DomainError, toProblem } from '../../domain/language/errors.ts'
import { necessaryPapers as ofPhase } from '../../domain/three-simultaneities/applications.ts'
import { acts } from '../../domain/views/acts.ts'
import { author } from '../support/people/cast.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { registering } from '../three-simultaneities/playing.ts'
import { hazchem } from '../three-simultaneities/samples.ts'
import { applying, sample } from './playing.ts'
import { applied, change } from './samples.ts'

const marked = (items: string[], missing: string[] = []) => ({
  checklist: items.map((item) => ({ item, passed: !missing.includes(item) })),
})
const refusalOf = (does: () => unknown): { code: string; reasons: string } => {
  try {
    does()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { code: error.code, reasons: JSON.stringify(toProblem(error)) }
  }
  return { code: 'done', reasons: '' }
}
const received = applying(applied, '2026-03-02')
const fieldsOf = (type: string, { record }: Pick<typeof received, 'record'> = received) =>
  acts(hazchemLicence, record(), author('kou'), decisionContextAt('2026-03-02T02:00:00.000Z')).find(
    (one) => one.type === type,
  )?.fields ?? []

describe('papers of an application', () => {
  it('promise (screens): an incomplete application is never accepted, whichever paper is missing, and the refusal names it', () => {
    const papersOfOne = necessaryPapers(applied)
    fc.assert(
      fc.property(fc.subarray(papersOfOne, { minLength: 1 }), fc.boolean(), (missing, texts) => {
        const input = texts
          ? marked(papersOfOne, missing)
          : marked(papersOfOne.filter((one) => !missing.includes(one)))
        const play = applying(applied, '2026-03-02')
        const { code, reasons } = refusalOf(() =>
          play.act(author('kou'), 'accept', input.checklist.length > 0 ? input : marked(['其他'])),
        )
        expect(code).not.toBe('done')
        for (const one of missing) expect(reasons).toContain(one)
        expect(reasons).toContain('一次告知补正')
        expect(play.where('handling')).toBe('handling.receiving')
      }),
      { numRuns: 20 },
    )
    expect(
      refusalOf(() => applying(applied, '2026-03-02').act(author('kou'), 'accept', {})).code,
    ).toBe('invalid-input')
    const { where } = applying(applied, '2026-03-02', ['kou', 'accept', marked(papersOfOne)])
    expect(where('handling')).toBe('handling.reviewing.preparing')
  })

  it('promise (screens): after it was told what is missing, an application still incomplete is refused and not accepted', () => {
    const papersOfOne = necessaryPapers(applied)
    const play = applying(
      applied,
      '2026-03-02',
      ['kou', 'require-supplement'],
      ['mao', 'supplement', sample('supplement', 1)],
    )
    const { reasons } = refusalOf(() =>
      play.act(author('kou'), 'accept', marked(papersOfOne, papersOfOne.slice(0, 1))),
    )
    expect(reasons).toContain('不予受理')
    play.does(['kou', 'refuse-acceptance', sample('refuse-acceptance', 1)])
    expect(play.where('handling')).toBe('handling.not-accepted')
  })

  it('promise (screens): the window’s checklist lists the necessary papers of this application and says which came without a file', () => {
    const [list] = fieldsOf('accept')
    expect(list).toMatchObject({
      name: 'checklist',
      kind: 'items',
      required: true,
      items: necessaryPapers(applied),
    })
    expect(list?.hint?.zh).toBe(`申请时未上传：${necessaryPapers(applied).join('、')}`)
    expect(fieldsOf('require-supplement')[0]?.hint?.zh).toContain(papers.systems.words.zh)
    const withFiles = applying(
      { ...applied, form: ['8d3c0d52-64a5-4b37-9a53-0d9f9c1b2f10'] },
      '2026-03-02',
    )
    expect(fieldsOf('accept', withFiles)[0]?.hint?.zh).not.toContain(papers.form.words.zh)
    const stored = applying({ ...applied, mode: '批发（带储存）' }, '2026-03-02')
    expect(fieldsOf('accept', stored)[0]?.items).toContain(papers.storage.words.zh)
  })

  it('asks of each kind for its own papers, and the guide says the same', () => {
    expect(necessaryPapers(change)).toEqual([papers.form.words.zh, papers.qualifications.words.zh])
    expect(necessaryPapers({ kind: 'change', what: ['new-storage'] })).toContain(
      papers.storage.words.zh,
    )
    expect(necessaryPapers({ kind: 'new', mode: '零售', grounds: ['station'] })).toHaveLength(5)
    expect(necessaryPapers({})).toEqual([papers.form.words.zh])
    expect(Object.keys(modes)).toContain(applied.mode)
    const { materials } = serviceGuide(hazchemLicence, '2026-03-02') ?? { materials: [] }
    expect(materials.map(({ words }) => words)).toEqual(
      Object.values(papers).map(({ words }) => words),
    )
    expect(materials.map(({ when }) => when)).toEqual(Object.values(papers).map(({ when }) => when))
  })

  it('promise (screens): an incomplete application of a project is not accepted either, in any of its reviews', () => {
    const [first = '', ...rest] = ofPhase('conditions')
    const play = registering(hazchem, '2026-03-02', ['mao', 'apply-conditions'])
    expect(refusalOf(() => play.act(author('kou'), 'accept', marked(rest))).reasons).toContain(
      first,
    )
    play.does(['kou', 'accept', marked([first, ...rest])])
    expect(play.where('handling')).toBe('handling.conditions.reviewing.preparing')
  })
})
