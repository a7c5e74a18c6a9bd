// Do the embedded servers keep what they were given through a kill −9, and does mail arrive?
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { processStart } from '../../bin/infra/children.ts'
import { query } from '../../bin/infra/postgres/postgres.ts'
import { createMailbox } from '../../bin/mailbox.ts'
import { createDatabase, type OwnInfra, startOwnInfra } from '../support/servers/infra.ts'

let infra: OwnInfra
beforeAll(async () => {
  infra = await startOwnInfra()
})
afterAll(() => infra?.stop())

describe('PostgreSQL', () => {
  it('sorts Chinese names by pinyin', async () => {
    const { rows } = await query(
      infra.postgres.url,
      `SELECT x FROM unnest(ARRAY['衢江', '常山', '龙游', '江山', '柯城']) x ORDER BY x`,
    )
    expect(rows.map(({ x }) => x)).toEqual(['常山', '江山', '柯城', '龙游', '衢江'])
  })

  it('has every committed row after kill −9, at the same address', async () => {
    await query(infra.postgres.url, 'CREATE TABLE kept AS SELECT 1 AS a')
    const before = infra.postgres
    await before.kill()
    expect(processStart(before.pid)).toBeUndefined()
    const after = await infra.restartPostgres()
    expect(after.url).toBe(before.url)
    expect((await query(after.url, 'SELECT a FROM kept')).rows).toEqual([{ a: 1 }])
  })
})

describe('Temporal', () => {
  it('comes back after kill −9 at the same address', async () => {
    const before = infra.temporal
    await before.kill()
    const after = await infra.restartTemporal()
    expect(after.address).toBe(before.address)
    expect(after.pid).not.toBe(before.pid)
  })
})

describe('mail', () => {
  const letter = {
    from: '智慧安监 <no-reply@anjian.example>',
    to: 'wang@quzhou.example',
    subject: '红色督办 <1>',
    text: '请于今日整改',
    messageId: '<n1@anjian>',
  }

  it('is received, shown once however often it is sent, and escaped', async () => {
    const transport = createTransport(infra.smtp.url)
    await transport.sendMail(letter)
    await transport.sendMail(letter)
    const mailbox = createMailbox(infra.smtp)
    expect(infra.smtp.mails({ to: 'WANG@quzhou.example' })).toMatchObject([
      { messageId: '<n1@anjian>', subject: '红色督办 <1>', copies: 2 },
    ])
    expect(await (await mailbox.request('/messages?to=nobody-else@x.example')).json()).toEqual({
      messages: [],
    })
    const page = await (await mailbox.request('/')).text()
    expect(page).toContain('红色督办 &lt;1&gt;')
    expect(page).not.toMatch(/<script|<style| style=| on[a-z]+=/)
  })

  it('bounces where nobody lives', async () => {
    await expect(
      createTransport(infra.smtp.url).sendMail({ ...letter, to: 'bounce@quzhou.example' }),
    ).rejects.toMatchObject({
      responseCode: 550,
    })
  })
})

describe('a database per suite', () => {
  it('is migrated, apart from the next one, and can be dropped', async () => {
    const [one, two] = await Promise.all([createDatabase(), createDatabase()])
    await query(one.url, 'CREATE TABLE only_here (a int)')
    await expect(query(two.url, 'SELECT * FROM only_here')).rejects.toThrow('does not exist')
    await Promise.all([one.drop(), two.drop()])
    await expect(query(one.url, 'SELECT 1')).rejects.toThrow('does not exist')
  })
})
