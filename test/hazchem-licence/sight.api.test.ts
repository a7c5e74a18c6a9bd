// Does everybody see and do his own with a licence?
import { describe, expect, test } from 'vitest'
import {
  applies,
  does,
  due,
  form,
  people,
  refusal,
  useLicencesHouse,
  view,
  withPapers,
} from './licences-house.ts'
import { sample } from './playing.ts'
import { items } from './samples.ts'

useLicencesHouse()

describe('everybody to his own', () => {
  let id: string

  test('a business before the city lies with the city, and another county and enterprise do not see it', async () => {
    id = await applies({ grounds: ['station'] })
    expect((await view(id, 'cityClerk')).region.code).toBe('330800')
    for (const who of ['clerk', 'abroad', 'other'] as const)
      expect((await people[who].raw('GET', `/api/cases/${id}`)).status).toBe(404)
    expect((await view(id, 'boss')).tasks).toEqual([])
  })

  test('the clerk reads what the product proposes and why, and corrects it with a reason', async () => {
    const offered = (await view(id, 'cityClerk')).acts.find(
      ({ type }) => type === 'correct-jurisdiction',
    )
    expect(offered?.fields[0]).toMatchObject({
      hint: { zh: expect.stringMatching(/系统建议.*加油加气站，由市级发证.*第三十五条/) },
    })
    expect(Object.keys(offered?.fields[0]?.choices ?? {})).toEqual(['330800', '330802'])
    expect(
      await refusal(() => people.cityClerk.act(id, 'correct-jurisdiction', { to: '330802' })),
    ).toContain('invalid-input')
    await does(id, [
      'cityClerk',
      'correct-jurisdiction',
      { to: '330802', reason: '系企业自用加油设施' },
    ])
    expect((await view(id, 'clerk')).state.zh).toBe('待受理')
  })

  test('asked once for everything, the applicant answers each item and nothing else; inside words stay inside', async () => {
    await does(id, [
      'clerk',
      'require-supplement',
      { ...sample('require-supplement'), opinion: 'CANARY-意见' },
    ])
    const requestsOf = (await view(id, 'boss')).acts.find(({ type }) => type === 'supplement')
    expect(requestsOf?.fields).toMatchObject([
      { name: 'answers', items, attached: { zh: '材料或照片' } },
    ])
    const answers = [...items, '别的'].map((item) => ({ item, passed: true }))
    expect(await refusal(() => people.boss.act(id, 'supplement', { answers }))).toContain(
      '逐项答复',
    )
    await does(id, ['boss', 'supplement'])
    expect(
      await refusal(() => people.clerk.act(id, 'require-supplement', sample('require-supplement'))),
    ).toContain('第三十二条')
    expect(JSON.stringify([await view(id, 'boss'), await people.boss.timeline(id)])).not.toContain(
      'CANARY',
    )
    expect(JSON.stringify(await people.clerk.timeline(id))).toContain('CANARY')
  })

  test('one hand is not two, and nobody decides on his own review', async () => {
    await does(
      id,
      ['clerk', 'accept'],
      ['first', 'begin-site-check'],
      ['first', 'site-check-passed'],
    )
    expect(await refusal(() => people.first.act(id, 'sign'))).toContain('已签署')
    expect(await refusal(() => people.first.act(id, 'grant', sample('grant')))).toMatch(/^not-/)
    await does(id, ['second', 'sign', {}])
    expect((await view(id)).state.zh).toBe('待提出审查意见')
  })

  test('false material bars the enterprise, with the day until which, and nobody else', async () => {
    const lying = await applies()
    await does(lying, ['clerk', 'refuse-acceptance', sample('refuse-acceptance', 2)])
    expect(await due(lying, 'reapply-bar-false', 'boss')).toBe('2027-03-30')
    const whole = await withPapers()
    expect(await refusal(() => people.boss.start('hazchem-licence', whole))).toMatch(
      /^not-allowed: 2027-03-30.*第七十八条/,
    )
    expect(
      await refusal(() => people.clerk.start('hazchem-licence', { ...form, enterprise: 'e001' })),
    ).toMatch(/^not-allowed: 2027-03-30/)
    const others = await withPapers({}, 'other')
    expect(await refusal(() => people.other.start('hazchem-licence', others))).toBe('done')
  })

  test('an application without what its kind needs is refused beside the field', async () => {
    expect(
      await refusal(() => people.other.start('hazchem-licence', { ...form, kind: 'renewal' })),
    ).toContain('原许可证有效期至')
  })
})
