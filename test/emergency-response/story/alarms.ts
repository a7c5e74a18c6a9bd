// How does a device of the story tell its alarm, and to which emergency has that led?
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { bearer, settleDevices } from '../../alarm-episode/desk.ts'
import { sample } from '../../alarm-episode/playing.ts'
import type { PersonAtWork, Product } from '../../support/servers/product.ts'

export const createAlarms = async ({ base, db }: Product) => {
  await settleDevices(db)
  const post = async (path: string, json: unknown): Promise<string> => {
    const answer = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: {
        ...bearer,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(json),
    })
    expect(answer.status).toBeLessThan(300)
    return ((await answer.json()) as { id: string }).id
  }
  return {
    raise: (form: Record<string, unknown>) => post('/api/cases/alarm-episode', { data: form }),
    /** The device says that it has returned to normal. */
    returns: (id: string) =>
      post(`/api/cases/${id}/acts`, { type: 'return-to-normal', data: sample('return-to-normal') }),
    /** The emergency that a person has called, once it is there. */
    emergencyOf: async (who: PersonAtWork): Promise<string> => {
      const found = async () =>
        (
          await who.get<{ items: { caseId: string; process: string }[] }>('/api/inbox?box=pool')
        ).items.find(({ process }) => process === 'emergency-response')?.caseId
      await expect.poll(found).toBeTruthy()
      return (await found()) ?? ''
    },
  }
}
