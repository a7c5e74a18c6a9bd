// How is a new password asked for, twice?
import { createSignal } from 'solid-js'
import { Line } from '../admin/field.tsx'
import type { Mistake } from '../form/error-summary.tsx'
import { accessWords as w } from './words.ts'

const least = 10

export const useNewPassword = () => {
  const [first, setFirst] = createSignal('')
  const [again, setAgain] = createSignal('')
  const mistakes = (): Mistake[] => [
    ...(first().length < least ? [{ field: 'password', words: w.short }] : []),
    ...(first() === again() ? [] : [{ field: 'again', words: w.different }]),
  ]
  return { first, setFirst, again, setAgain, mistakes }
}

export const NewPassword = (props: { of: ReturnType<typeof useNewPassword> }) => (
  <>
    <Line
      name="password"
      type="password"
      autocomplete="new-password"
      label={w.password}
      hint={w.passwordHint}
      value={props.of.first()}
      onInput={props.of.setFirst}
    />
    <Line
      name="again"
      type="password"
      autocomplete="new-password"
      label={w.again}
      value={props.of.again()}
      onInput={props.of.setAgain}
    />
  </>
)
