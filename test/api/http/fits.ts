// Does a real answer have the shape that the contract promises for its route?
import * as v from 'valibot'
import { expect } from 'vitest'
import { contract } from '../../../contract/contract.ts'
import type { ContractRoutes } from '../../../contract/parts/routes.ts'

const routes: ContractRoutes = contract

export const fits = (route: string, { status, body }: { status: number; body: unknown }): void => {
  const promised = routes[route as keyof ContractRoutes]
  if (promised?.status !== status || !promised.answer)
    throw new Error(`${route} does not promise ${status}: ${JSON.stringify(body)}`)
  const { success, issues } = v.safeParse(promised.answer, body)
  const texts = issues?.map(
    ({ message, path }) => `${path?.map(({ key }) => key).join('.')}: ${message}`,
  )
  expect([route, success, texts]).toEqual([route, true, undefined])
}
