// How does a test get a case with a fine, and the treasury's platform that gives it a code and tells of money?
import { expect } from 'vitest'
import { createPaymentPlatform } from '../../activities/payments/platform.ts'
import type { Settings } from '../../api/http/deps.ts'
import { signedMessage, startTreasury } from '../../bin/simulate/treasury.ts'
import type { CasePayments } from '../../contract/payments/payments.ts'
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import type { Movement } from '../../domain/payments/platform.ts'
import { type House, openHouse } from '../api/house.ts'
import { day, sample, scene } from '../enforcement-case/samples.ts'

const secret = 'the secret of the platform in a test'

/** A house with the platform beside it. */
export const openPaying = async (settings: Partial<Settings> = {}) => {
  const treasury = await startTreasury({ secret, callbackUrl: 'http://127.0.0.1:1' })
  const platform = createPaymentPlatform({ url: treasury.url, secret })
  const house = await openHouse(
    { paymentSecret: secret, ...settings },
    null,
    { 'enforcement-case': enforcementCase },
    {},
    { payments: platform },
  )
  await house.clock.setNow(`${day}T01:00:00.000Z`)
  const close = async () => {
    await house.close()
    await treasury.stop()
  }
  return { house, treasury, platform, close }
}

export const issued = (house: House, id: string) =>
  house.deps.cases.tick({ caseId: id, process: 'enforcement-case', generation: 1 })

export const doing =
  (house: House, id: string) =>
  async (who: string, type: string, data: object = sample(type)) => {
    const task = (await house.as(who, `/api/cases/${id}`)).body.acts.find(
      (one: { type: string }) => one.type === type,
    )?.taskId
    const answer = await house.as(who, `/api/cases/${id}/acts`, {
      json: { type, data, ...(task ? { taskId: task } : {}) },
    })
    expect([type, answer.status, answer.body]).toEqual([type, 200, expect.anything()])
    await issued(house, id)
  }

/** A fine of 1,000 yuan on the spot, to be paid at the bank. */
export const finedCase = async (house: House): Promise<string> => {
  const { region: _, ...form } = scene
  const { body } = await house.as('lin', '/api/cases/enforcement-case', { json: { data: form } })
  const does = doing(house, body.id)
  await does('lin', 'tell-party')
  await does('lin', 'punish-on-the-spot')
  await does('wu', 'sign', {})
  return body.id
}

export const paymentsIn = async (house: House, id: string, who = 'lin'): Promise<CasePayments> =>
  (await house.as(who, `/api/cases/${id}/payments`)).body

export const codeIn = async (house: House, id: string): Promise<string> =>
  (await paymentsIn(house, id)).orders.findLast(({ code }) => code !== null)?.code ?? ''

let serials = 0
export const money = (code: string, more: Partial<Movement> = {}): Movement => ({
  serial: `T${++serials}`,
  kind: 'payment',
  code,
  amountFen: 100_000,
  currency: 'CNY',
  on: day,
  receipt: `浙财${serials}`,
  ...more,
})

export const tells = async (
  house: House,
  message: object,
  { place = 'receipts', key = secret, now = Date.now() } = {},
) => {
  const path = `/api/payments/${place}`
  const { headers, body } = signedMessage({ secret: key, path }, message, now)
  const answer = await house.send(path, { method: 'POST', body, headers })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

export const statementOf = (on: string, movements: Movement[]) => ({
  day: on,
  count: movements.length,
  sumFen: movements.reduce((sum, { amountFen }) => sum + amountFen, 0),
  movements,
})
