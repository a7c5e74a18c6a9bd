// Does a real answer have the shape that the OpenAPI document promises for its route?
import * as v from 'valibot'
import { expect } from 'vitest'
import { answers } from '../../api/answers.ts'

export const fits = (route: string, { status, body }: { status: number; body: unknown }): void => {
  const shape = answers[route]?.find((one) => one[0] === status)?.[2]
  if (!shape) throw new Error(`${route} does not promise ${status}: ${JSON.stringify(body)}`)
  const { success, issues } = v.safeParse(shape, body)
  const said = issues?.map(({ message, path }) => `${path?.map(({ key }) => key).join('.')}: ${message}`)
  expect([route, success, said]).toEqual([route, true, undefined])
}
