// Does everything that an exercise makes say so, do documents say what is unknown, and is a caller kept secret?
import { describe, expect, it } from 'vitest'
import { wantedBy } from '../../domain/documents/compose.ts'
import { emergencyResponse } from '../../domain/emergency-response/process.ts'
import { judge } from '../../domain/engine/judging/judge.ts'
import { definitionOf } from '../../domain/model/process.ts'
import { fieldsOf } from '../../domain/views/fact-fields.ts'
import { actor } from '../support/people/cast.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { emergency } from './playing.ts'
import { called, drill, plannedDrill, reported, start } from './samples.ts'

const party = { name: '衢州试验化工有限公司', code: '91330802MA00000000', address: '' }
const papersOf = (play: ReturnType<typeof emergency>) => {
  const record = play.record()
  const types = (emergencyResponse.documents ?? []).flatMap(({ on }) => on)
  return types
    .filter((type) => record.data[type])
    .flatMap((type) =>
      wantedBy({
        process: emergencyResponse,
        record,
        party,
        act: { type, at: start, seq: 1, data: record.data[type] ?? {} },
      }).map(({ declared, issuer, source }) => ({
        id: declared.id,
        office: issuer.name,
        ...declared.wording(source),
      })),
    )
}
const responded = (form: Record<string, unknown>) =>
  emergency(
    form,
    {},
    ['dan', 'verify', { findings: '属实' }],
    ['gao', 'start-response'],
    ['zong', 'set-up-command-post'],
    ['dan', 'report-to-city'],
    ['gao', 'end-response'],
    ['dan', 'report-finally'],
  )

describe('documents', () => {
  it('promise (emergencies): papers of an exercise begin with 演练, all of them; of a real event none does', () => {
    const [exercise, real] = [papersOf(responded(drill)), papersOf(responded(reported))]
    expect(exercise.map(({ id }) => id)).toEqual([
      'call',
      'report-to-city',
      'report-finally',
      'start-response',
      'end-response',
      'set-up-command-post',
    ])
    for (const { title } of exercise) expect(title).toMatch(/^【演练】/)
    expect(JSON.stringify(real)).not.toContain('演练')
  })

  it('are those of the desk that has written them, and of the level that has declared the response', () => {
    const further = emergency(reported, {}, ['dan', 'report-to-city'], ['dan', 'report-further'])
    const offices = (play: ReturnType<typeof emergency>, of: string) =>
      papersOf(play).flatMap(({ id, office }) => (id === of ? [office] : []))
    expect(offices(further, 'report-further')).toEqual([expect.stringContaining('柯城区')])
    const response = emergency(
      reported,
      {},
      ['dan', 'verify', { findings: '属实' }],
      [
        'gao',
        'start-response',
        { level: '2', reason: '可能扩大', period: '一日', measures: '搜救' },
      ],
      ['gao', 'change-level', { level: '4', reason: '已控制' }],
      ['gao', 'end-response'],
    )
    for (const id of ['start-response', 'change-level', 'end-response'])
      expect(offices(response, id)).toEqual(['衢州市应急管理局'])
  })

  it('name what has happened to special equipment, which its level follows from', () => {
    const form = { ...reported, kind: 'equipment', equipmentEvent: 'overturned' }
    const [call, ...others] = papersOf(emergency(form, {}, ['dan', 'report-to-city']))
    for (const paper of [call, ...others])
      expect(JSON.stringify(paper)).toContain('起重机械整体倾覆')
    expect(JSON.stringify(papersOf(responded(reported)))).not.toContain('特种设备')
  })

  it('of an investigation that the city has taken up are its own', () => {
    const play = emergency(
      reported,
      {},
      ['dan', 'verify', { findings: '属实' }],
      ['gao', 'no-response'],
      ['gao', 'open-investigation'],
      ['shi', 'open-investigation'],
      ['ke', 'submit-report'],
      ['shi', 'reply'],
    )
    const reply = papersOf(play).find(({ id }) => id === 'reply')
    expect(reply?.office).toContain('衢州市')
  })

  it('the evaluation of a planned drill says its goals, its injects and what was not good, and that it is an exercise', () => {
    const play = emergency(
      plannedDrill,
      {},
      ['dan', 'verify', { findings: '属实' }],
      ['wait', 6],
      ['gao', 'start-response'],
      ['gao', 'end-response'],
      ['gao', 'evaluate-drill'],
    )
    const paper = papersOf(play).find(({ id }) => id === 'evaluate-drill')
    expect(paper?.title).toBe('【演练】应急演练评估报告')
    const words = JSON.stringify(paper?.blocks)
    for (const said of [
      '五分钟内报告',
      '达到，95分',
      '给出情景注入1项',
      '疏散路线不熟',
      '86分',
      plannedDrill.registerEntry,
    ])
      expect(words).toContain(said)
  })

  it('promise (emergencies): papers say 不明 of every number that nobody knows, and never none', () => {
    const [call] = papersOf(emergency({ ...called, dead: 0 }, {}))
    const rows = Object.fromEntries(
      call?.blocks.flatMap((block) => (block.kind === 'rows' ? block.rows : [])) ?? [],
    )
    expect([rows.死亡人数, rows.失联人数, rows.直接经济损失]).toEqual(['0人', '不明', '不明'])
    expect(rows.报告人).toBe('（保密）')
  })

  it('are issued by the level that decides: a graver response by the city, the reply to a general accident by the county', () => {
    const graver = emergency(
      reported,
      {},
      ['dan', 'verify', { findings: '属实' }],
      [
        'gao',
        'start-response',
        { level: '2', reason: '可能扩大', period: '一日', measures: '搜救' },
      ],
    )
    expect(papersOf(graver).find(({ id }) => id === 'start-response')?.office).toBe(
      '衢州市应急管理局',
    )
    const investigated = emergency(
      reported,
      {},
      ['gao', 'open-investigation'],
      ['chen', 'submit-report'],
      ['gao', 'reply'],
    )
    expect(papersOf(investigated).find(({ id }) => id === 'reply')?.office).toBe(
      '衢州市柯城区应急管理局',
    )
  })
})

describe('who called', () => {
  const everybody = ['dan', 'zong', 'chen', 'du', 'ke', 'gao', 'shi', 'sun', 'ji', 'qi', 'jiang']
  const seenBy = (play: ReturnType<typeof emergency>) => {
    const request = { type: 'unmask', data: { field: 'telephone', reason: '回访' }, taskId: null }
    return everybody.filter(
      (who) =>
        judge(emergencyResponse, play.record(), actor(who), request, decisionContextAt(start))
          .allowed,
    )
  }

  it('promise (secrecy): is seen, on record, by the handler, the duty desk and the commander of the levels that know, and by nobody else', () => {
    expect(seenBy(emergency(called, {}))).toEqual(['dan', 'zong'])
    const play = emergency(called, {}, ['dan', 'verify'])
    play.does(['gao', 'claim'])
    expect(seenBy(play)).toEqual(['dan', 'zong', 'gao'])
    play.does(['dan', 'report-to-city'])
    expect(seenBy(play)).toEqual(['dan', 'zong', 'du', 'gao'])
    expect(seenBy(emergency(called, { by: 'du' }))).toEqual(['dan', 'zong', 'du'])
  })

  it('stays unseen by who carries out an order, and is told as secret with those who may see it', () => {
    const play = emergency(
      called,
      {},
      ['dan', 'verify'],
      ['gao', 'start-response'],
      ['dan', 'give-order', { to: 'city-command/duty-officer', task: '警戒' }],
    )
    const { openTasks } = play.record()
    const order = Object.values(openTasks).find(({ item }) => item !== undefined)
    expect(order?.groups).toEqual(['330800-command/duty-officer'])
    play.act(actor('du'), 'claim', {}, { taskId: order?.id ?? '' })
    expect(seenBy(play)).toEqual(['dan', 'zong'])
    const report = definitionOf(emergencyResponse, 'report-emergency')
    const view = fieldsOf({ type: 'report-emergency', data: called }, report, 'internal')
    const secret = view.filter(({ confidential }) => confidential)
    expect(secret.map(({ name, value }) => [name, value.zh])).toEqual([
      ['caller', '保密（承办人、值班员、现场总指挥登记后可查看）'],
      ['telephone', '保密（承办人、值班员、现场总指挥登记后可查看）'],
    ])
  })
})
