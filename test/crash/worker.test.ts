// A worker killed with −9 at awkward moments: every case is where it should be, nothing lost, nothing twice.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createChildren } from '../../bin/infra/children.ts'
import { openMailStore } from '../../bin/infra/mail-store.ts'
import { migrate } from '../../db/migrate.ts'
import { type OwnInfra, startOwnInfra } from '../support/infra.ts'
import { openProduct, type Product } from '../support/product.ts'
import { type Cast, cast, dueAt, factsOf, onTheEve, ordered, overdue, rungsOf, soundly } from './story.ts'

let infra: OwnInfra
let product: Product
let people: Cast

beforeAll(async () => {
  infra = await startOwnInfra()
  await migrate(infra.postgres.url)
  product = await openProduct({
    databaseUrl: infra.postgres.url,
    temporalAddress: infra.temporal.address,
    smtpUrl: infra.smtp.url,
    mailDir: join(infra.folder, 'mail'),
  })
  people = await cast(product)
})
afterAll(async () => {
  await product?.close()
  await infra?.stop()
})

/** Replaces the worker by one that dies at a moment, and waits for its death. */
const dieAt = async (moment: string, provoke: () => Promise<unknown>): Promise<void> => {
  await product.worker.stop('SIGKILL')
  const env = { ...process.env, ...product.env, DIES: moment }
  const dying = await createChildren(product.folder).start(
    'dying',
    process.execPath,
    [join(import.meta.dirname, '..', 'support', 'dying-worker.ts')],
    { env, log: join(product.folder, 'dying.log') },
  )
  const provoked = provoke().catch((error: unknown) => error)
  await dying.gone
  await product.restartWorker()
  await provoked
}

test('after the commit and before its answer: the act counts once', async () => {
  const id = await ordered(product, people)
  await dieAt('after-commit', () =>
    people.principal.act(id, 'report-rectified', { description: '已更换', photos: [] }, { key: 'rectified' }),
  )
  await people.principal.act(id, 'report-rectified', { description: '已更换', photos: [] }, { key: 'rectified' })
  const facts = await factsOf(product, id)
  expect(facts.filter(({ type }) => type === 'report-rectified')).toHaveLength(1)
  await soundly(product, id)
})

test('after a mail and before its mark: told once, under one Message-ID', async () => {
  const id = await ordered(product, people)
  await dieAt('after-mail', () => onTheEve(product, id, people, 3))
  await overdue(product, id)
  await soundly(product, id)
  const mails = openMailStore(join(infra.folder, 'mail')).mails({ to: 'kecheng.inspector1@anjian.example', limit: 10_000 })
  expect(mails.filter(({ subject }) => subject.includes('整改逾期')).length).toBeGreaterThan(0)
})

test('while the date passes: the rung fires at its own instant, and its lateness is known', async () => {
  const id = await ordered(product, people)
  await onTheEve(product, id, people, 3)
  await product.worker.stop('SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  await product.restartWorker()
  await overdue(product, id)
  const rung = (await rungsOf(product, id)).find((one) => one.rung === 'overdue')
  expect(rung?.firedAt).toBe(dueAt)
  expect(Date.parse(rung?.recordedAt ?? '') - Date.parse(dueAt)).toBeGreaterThan(1_000)
  await soundly(product, id)
})
