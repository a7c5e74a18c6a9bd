// How are methods called on servers that are not like ours?
import type { ClientSession } from 'node-opcua'
import { expect, test } from 'vitest'
import { createCommands } from '../../../devices/opcua/commands.ts'
import type { Command } from '../../../devices/port/port.ts'
import { branchId, changes, condition, driver, node, normal } from './plant-events.ts'

type Call = { objectId: string; methodId: string; inputArguments: { value: unknown }[] }

/** A server that shows the methods of its instances or not, and answers as it is told to. */
const before = (answers: string[], shows: boolean) => {
  const calls: Call[] = []
  const session = {
    translateBrowsePath: async (path: {
      startingNode: unknown
      relativePath: { elements: { targetName: { name: string } }[] }
    }) => ({
      targets: shows
        ? [
            {
              targetId: node(
                `${path.startingNode}.${path.relativePath.elements[0]?.targetName.name}`,
              ),
            },
          ]
        : [],
    }),
    call: async (call: Call) => {
      calls.push(call)
      return { statusCode: { name: answers.shift() ?? 'Good' } }
    },
  } as never as ClientSession
  return { session, calls }
}

const command = (verb: Command['verb'], args: Record<string, string> = {}): Command => ({
  key: 'k',
  feed: 'plant',
  device: 'T101',
  verb,
  args: { condition, ...args },
  until: new Date(Date.now() + 60_000).toISOString(),
})

const desk = async (answers: string[], shows = true) => {
  const receiver = driver()
  await receiver.conditions(changes())
  const { session, calls } = before(answers, shows)
  let refreshes = 0
  const refresh = {
    want: () => void refreshes++,
    // The server tells the condition anew, under another event.
    settled: async () =>
      void (await receiver.conditions(changes({ EventId: Buffer.from('fe', 'hex') }))),
  }
  const made = createCommands({
    session: () => session,
    book: receiver.book,
    refresh,
    reader: { nodeOf: () => 'ns=2;s=A', isSo: async () => null },
    now: () => new Date(),
  })
  return { ...made, receiver, calls, refreshes: () => refreshes }
}

const event = (call: Call | undefined) =>
  String((call?.inputArguments[0]?.value as Buffer | undefined)?.toString('hex'))

test('by the method of the instance, with the newest event', async () => {
  const { carryOut, calls, receiver } = await desk([])
  expect(await carryOut(command('acknowledge', { comment: '收到' }))).toEqual({
    key: 'k',
    ok: true,
    words: 'Good',
  })
  expect(calls).toMatchObject([{ objectId: 'ns=2;s=A', methodId: 'ns=2;s=A.Acknowledge' }])
  expect(event(calls[0])).toBe(receiver.book.trunk(condition)?.event)
})

test('where the instance has none, by that of the type on the condition', async () => {
  const { carryOut, calls } = await desk([], false)
  await carryOut(command('acknowledge'))
  await carryOut(command('confirm'))
  await carryOut(command('unshelve'))
  expect(calls).toMatchObject([
    { objectId: 'ns=2;s=A', methodId: 'ns=0;i=9111' },
    { objectId: 'ns=2;s=A', methodId: 'ns=0;i=9113' },
    { objectId: 'ns=2;s=A', methodId: 'ns=0;i=2947' },
  ])
})

test('an event that is unknown is asked for anew, once', async () => {
  const good = await desk(['BadEventIdUnknown', 'Good'])
  expect(await good.carryOut(command('acknowledge'))).toMatchObject({ ok: true })
  expect([good.refreshes(), event(good.calls[1])]).toEqual([1, 'fe'])
  const never = await desk(['BadEventIdUnknown', 'BadEventIdUnknown', 'BadEventIdUnknown'])
  expect(await never.carryOut(command('acknowledge'))).toEqual({
    key: 'k',
    ok: false,
    words: 'BadEventIdUnknown',
  })
  expect(never.calls).toHaveLength(2)
})

test('somebody was quicker: what was wanted is so', async () => {
  expect(
    await (await desk(['BadConditionBranchAlreadyAcked'])).carryOut(command('acknowledge')),
  ).toMatchObject({ ok: true })
  expect(
    await (await desk(['BadConditionBranchAlreadyConfirmed'])).carryOut(command('confirm')),
  ).toMatchObject({ ok: true })
  expect(
    await (await desk(['BadUserAccessDenied'])).carryOut(command('acknowledge')),
  ).toMatchObject({ ok: false })
})

test('an earlier occurrence that the server has forgotten is let go', async () => {
  const { carryOut, receiver, calls } = await desk(['BadEventIdUnknown', 'BadEventIdUnknown'])
  await receiver.conditions(changes({ BranchId: node(branchId) }))
  await receiver.conditions(changes({ ...normal, 'AckedState.Id': true }))
  const [[id, branch] = ['', undefined]] = receiver.book.branchesOf(condition)
  receiver.book.keep(condition, id, { ...branch!, unconfirmed: true })
  expect(await carryOut(command('acknowledge', { branch: id }))).toMatchObject({ ok: true })
  expect(calls).toHaveLength(2)
  expect(receiver.book.branchesOf(condition)).toEqual([])
})

test('too late, unknown or without a session, nothing is called', async () => {
  const { carryOut, calls } = await desk([])
  expect(
    await carryOut({ ...command('acknowledge'), until: new Date(0).toISOString() }),
  ).toMatchObject({ words: 'expired' })
  expect(await carryOut(command('supervise'))).toMatchObject({ ok: false })
  const away = createCommands({
    session: () => null,
    book: driver().book,
    reader: { nodeOf: () => 'x', isSo: async () => null },
    now: () => new Date(),
    refresh: { want: () => undefined, settled: async () => undefined },
  })
  expect(await away.carryOut(command('acknowledge'))).toMatchObject({
    ok: false,
    words: 'not-connected',
  })
  expect(calls).toEqual([])
})
