// Does every history that the engine writes under pressure replay, so that another worker can take a case over at any moment?
import { Worker } from '@temporalio/worker'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { observeSignal, renewUpdate, tickUpdate, wakeCaseSignal } from '../../workflows/messages.ts'
import { workflowIdFor } from '../../workflows/queues.ts'
import { openStage, type Stage, testBundle } from '../support/servers/stage.ts'

let stage: Stage
let turn = 0
beforeAll(async () => {
  stage = await openStage((deps) => ({
    ...deps,
    mail: {
      send: async (mail) => {
        await pause(Math.random() * 40)
        return deps.mail.send(mail)
      },
      // Both ways of delivery take turns.
      isBrisk: () => {
        turn += 1
        return turn % 3 > 0
      },
    },
  }))
})
afterAll(() => stage?.close())

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const handleOf = (id: string) => stage.temporal.workflow.getHandle(workflowIdFor(id, 1))

/** What may come to a case, all of it at once; what is refused is no matter here. */
const pressure = async (id: string): Promise<void> => {
  const handle = handleOf(id)
  const one = [
    () => stage.act(id, 'lin', 'add', { n: 1 }),
    () =>
      stage.act(id, 'lin', 'add-signer', {
        to: turn % 2 ? 'ji' : 'fang',
        position: 'before',
        reason: '请协助',
      }),
    () => handle.executeUpdate(tickUpdate),
    () => handle.signal(wakeCaseSignal),
    async () =>
      handle.signal(observeSignal, { commandId: await stage.store(id, 'wu', 'add', { n: 2 }) }),
    () => handle.executeUpdate(renewUpdate),
  ]
  const tried: Promise<unknown>[] = []
  for (let n = 0; n < 40; n += 1) {
    // The last, a new run, comes in the midst of the others whatever chance says.
    const next = n % 20 === 8 ? 5 : (n * 7 + Math.floor(Math.random() * 3)) % 5
    tried.push((async () => one[next]?.())().catch(() => undefined))
    await pause(Math.random() * 30)
  }
  await Promise.all(tried)
}

/** Nothing more comes of what came. */
const atRest = async (id: string): Promise<void> => {
  const length = async () => (await handleOf(id).describe()).historyLength
  for (
    let [before, now] = [-1, await length()];
    before !== now;
    [before, now] = [now, await length()]
  )
    await pause(1_000)
}

/** The histories of all runs of a case, the newest first. */
const historiesOf = async (id: string) => {
  const found = []
  for (let run: string | undefined | null; run !== ''; ) {
    const handle = stage.temporal.workflow.getHandle(workflowIdFor(id, 1), run ?? undefined)
    const history = await handle.fetchHistory()
    found.push(history)
    run =
      history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? ''
  }
  return found
}

test('acts, wakes, signals, updates and slow mails at once: each run of each case replays', async () => {
  await stage.clock.setNow('2026-03-01T01:00:00.000Z')
  const ids = await Promise.all(
    Array.from({ length: 6 }, () =>
      stage.start('counter', 'lin', { region: '330802', date: '2026-03-10' }),
    ),
  )
  for (const id of ids) await stage.hasWorkflow(id)
  await Promise.all(ids.map(pressure))
  await Promise.all(ids.map(atRest))
  const histories = (await Promise.all(ids.map(historiesOf))).flat()
  const names = histories
    .flatMap(({ events }) => events ?? [])
    .map((event) => Object.keys(event).find((key) => key.endsWith('Attributes')))
  expect(
    names.filter((name) => name === 'activityTaskScheduledEventAttributes').length,
  ).toBeGreaterThan(0)
  expect(histories.length).toBeGreaterThan(ids.length)
  const options = { workflowBundle: await testBundle() }
  for (const history of histories) await Worker.runReplayHistory(options, history, 'case/replayed')
})
