// How does somebody say why, and press what he has given the reason for?
import { type JSX, Show } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { Failure } from '../screen/states.tsx'
import type { createPressing } from './pressing.ts'
import { shelfWords } from './words.ts'

type Pressing = Pick<ReturnType<typeof createPressing>, 'busy' | 'failed'>

/** The field of the reason, the button, what else may be pressed, and what went wrong. */
export const Reasoned = (props: {
  id: string
  label: Text
  reason: string
  onReason: (reason: string) => void
  press: Text
  onPress: () => void
  onCancel?: () => void
  pressing: Pressing
}): JSX.Element => (
  <>
    <div class="field">
      <label for={props.id}>{t(props.label)}</label>
      <input
        id={props.id}
        value={props.reason}
        maxLength={500}
        onInput={(event) => props.onReason(event.currentTarget.value)}
      />
    </div>
    <button
      type="button"
      class="button primary"
      aria-disabled={props.pressing.busy()}
      onClick={() => props.onPress()}
    >
      {t(props.press)}
    </button>
    <Show when={props.onCancel}>
      {(cancel) => (
        <button type="button" class="button quiet" onClick={() => cancel()()}>
          {t(shelfWords.cancel)}
        </button>
      )}
    </Show>
    <Show when={props.pressing.failed()}>{(error) => <Failure error={error()} />}</Show>
  </>
)
