// What do the registers of machines and enterprises say about a command and its case?
import { expect, test } from 'vitest'
import { machineOf, searchWords } from '../../commit/registers.ts'
import { enterprises, machineTokens } from '../../db/schema/organisation/organisation.ts'
import { opened, useCounterDatabase } from './advancing.ts'

useCounterDatabase()

const wordsOf = (more: object) =>
  searchWords(opened.db, {
    number: '衢柯试数〔2026〕0001号',
    title: '王',
    site: null,
    owner: null,
    ...more,
  } as never)

test('a machine acts by its scopes in its region, as long as its token is not revoked', async () => {
  const token = { name: '12345热线', scopes: ['cases'], region: '330802' } as const
  await opened.db.insert(machineTokens).values([
    { ...token, scopes: ['cases'], id: 'm-1', tokenHash: 'one' },
    { ...token, scopes: ['cases'], id: 'm-2', tokenHash: 'two', revokedAt: new Date() },
  ])
  expect(await machineOf(opened.db, 'm-1')).toEqual({ kind: 'machine', id: 'm-1', ...token })
  expect(await machineOf(opened.db, 'm-2')).toBe(null)
  expect(await machineOf(opened.db, 'm-3')).toBe(null)
})

test('a case of no enterprise is found by its number, title and place, and by how the title is spelt', async () => {
  expect(await wordsOf({ title: '仓库Abc', site: '东路2号' })).toBe(
    '衢柯试数〔2026〕0001号 仓库abc 东路2号 cangkuabc ckabc',
  )
  expect(await wordsOf({})).toBe('衢柯试数〔2026〕0001号 王 wang w')
})

test('a case of an enterprise is found by its name, code and pinyin as well, and of many readings of a title by the first', async () => {
  const office = {
    region: '330802',
    industry: '化工',
    address: '东路1号',
    principal: '毛总',
  } as const
  await opened.db
    .insert(enterprises)
    .values({ id: 'e-9', code: '91330802MA0000000X', name: '安全厂', pinyin: 'aqc', ...office })
  expect(await wordsOf({ owner: 'e-9', title: '重行长' })).toMatch(
    /^衢柯试数〔2026〕0001号 重行长 安全厂 91330802ma0000000x aqc anquanchang aqc \S+ \S+$/,
  )
  expect(await wordsOf({ owner: 'e-nobody' })).toBe('衢柯试数〔2026〕0001号 王 wang w')
})
