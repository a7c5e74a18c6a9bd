// Which answers of a record may be corrected, and how are corrections asked, approved and recorded in words?
import { describe, expect, it, test } from 'vitest'
import { emergencyResponse } from '../../domain/emergency-response/process.ts'
import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import { acts } from '../../domain/views/acts.ts'
import { correctableView, correctedWords } from '../../domain/views/corrections/correction-view.ts'
import { timelineItem } from '../../domain/views/timeline.ts'
import { refusal } from '../case/acting.ts'
import { emergency } from '../emergency-response/playing.ts'
import { reported } from '../emergency-response/samples.ts'
import { actor } from '../support/people/cast.ts'
import { decisionContextAt } from '../support/walks/walk.ts'

const form = { ...reported, caller: '王某', toldAt: reported.happenedAt }
const fact = { seq: 1, type: 'report-emergency', data: form, actor: 'dan', latest: true }
const lookedUp = { people: [], fact }
const view = () => correctableView(emergencyResponse, emergency(form, {}).record(), fact)

describe('of a report', () => {
  it('its words, moments and choices; not where it lies, whose it is, or that it is no exercise', () => {
    const { correctable } = view()
    for (const name of ['title', 'site', 'kind', 'happenedAt', 'toldAt', 'receivedAt', 'caller'])
      expect(correctable).toContain(name)
    for (const name of ['region', 'enterprise', 'enterpriseName', 'drill'])
      expect(correctable).not.toContain(name)
  })
  it('is shown what is stated, and of what is confidential nothing', () => {
    const { answers } = view()
    expect(answers).toMatchObject({ title: reported.title, happenedAt: reported.happenedAt })
    expect(answers).not.toHaveProperty('caller')
  })
  it('only what it says, or may say of a moment', () => {
    const { toldAt: _, dead: __, ...without } = { ...form, dead: undefined }
    const bare = correctableView(emergencyResponse, emergency(without, {}).record(), {
      ...fact,
      data: without,
    })
    expect(bare.correctable).not.toContain('dead')
    expect(bare.correctable).toContain('toldAt')
  })
})

describe('in the record', () => {
  const play = emergency(form, {})
  const wanted = { seq: 1, field: 'kind', value: 'fire', reason: '先误为爆炸' }
  play.act(actor('dan'), 'request-correction', wanted, { lookedUp })
  const fields = (type: string, reader: 'internal' | 'party') => {
    const found = play.facts.find((one) => one.type === type)
    const item = found && timelineItem(emergencyResponse, found as never, reader)
    return item?.fields.map(({ label, value }) => `${label.zh}：${value.zh}`)
  }

  it('a request names the answer and its new value as the form does', () => {
    const said = fields('request-correction', 'internal')
    expect(said).toEqual(expect.arrayContaining(['更正内容：事件类型', '更正为：火灾']))
  })
  it('waits for approval under its number, in words', () => {
    const context = decisionContextAt(play.record().openedAt)
    const seq = acts(emergencyResponse, play.record(), actor('gao'), context)
      .find(({ type }) => type === 'approve-correction')
      ?.fields.find(({ name }) => name === 'seq')
    expect(seq?.value).toBe('1')
    expect(seq?.choices?.['1']?.zh).toContain('事件类型 → 火灾（理由：先误为爆炸）')
  })
  it('approved, it says what was and what is; a party, who may not have read it, hears that alone', () => {
    play.act(actor('gao'), 'approve-correction', { seq: 1 }, { lookedUp })
    expect(fields('approve-correction', 'internal')).toContain('事件类型：爆炸 → 火灾')
    expect(fields('approve-correction', 'party')).toEqual([])
  })
})

test.each([
  ['verify', 'criteria', 'a\nb\n', 'a；b'],
  [hazardRectification.start.type, 'suspectedMajor', 'true', '是'],
])('what was sent as one text is shown as its form does: %s.%s', (about, name, sent, words) => {
  expect(correctedWords(hazardRectification, about, name, sent).value.zh).toBe(words)
})

describe('who has to know', () => {
  const asking = () => {
    const play = emergency(form, {})
    const wanted = { seq: 1, field: 'title', value: '储罐泄漏', reason: '听错' }
    play.act(actor('dan'), 'request-correction', wanted, { lookedUp })
    return play
  }
  const told = (play: ReturnType<typeof asking>, about: string) =>
    play.effects.flatMap((one) =>
      one.kind === 'notice' && one.about === about ? [{ ...one, zh: one.title.zh }] : [],
    )

  it('the heads of the asker’s own office, without a word of the record', () => {
    const [notice] = told(asking(), 'request-correction')
    expect(notice?.groups).toEqual(['330802-bureau/leader', '330802-bureau/section-chief'])
    expect(JSON.stringify(notice)).not.toContain('储罐泄漏')
  })
  it.each([
    ['approve-correction', '已由高局长批准更正'],
    ['refuse-correction', '高局长决定不予更正'],
  ])('the asker, once it is decided: %s', (type, words) => {
    const play = asking()
    play.act(actor('gao'), type, { seq: 1, reason: '已核对' }, { lookedUp })
    const [notice] = told(play, type)
    expect([notice?.groups, notice?.people]).toEqual([[], ['dan']])
    expect(notice?.zh).toContain(words)
    expect(play.record().corrections).toEqual({})
    expect(play.record().title).toBe(type === 'refuse-correction' ? form.title : '储罐泄漏')
  })
  it('refused, the record says what was to be corrected, and why not', () => {
    const play = asking()
    play.act(actor('gao'), 'refuse-correction', { seq: 1, reason: '原记录无误' })
    const item = timelineItem(emergencyResponse, play.facts.at(-1) as never, 'internal')
    expect(item?.fields.map(({ value }) => value.zh)).toEqual(['1', '原记录无误', '事件名称'])
    expect(timelineItem(emergencyResponse, play.facts.at(-1) as never, 'party')).toBe(null)
  })
  it('nobody refuses what was not asked for, and no duty officer decides', () => {
    const refuse = (who: string) => (play: ReturnType<typeof asking>) =>
      refusal(() => play.act(actor(who), 'refuse-correction', { seq: 1, reason: '无误' })).words
    expect(refuse('gao')(emergency(form, {}))).toContain('没有待批准的更正')
    expect(refuse('dan')(asking())).toContain('须由科长或局领导批准')
  })
})
