// How is one of many (an enterprise, a colleague) found by typing?
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA 1.2 combobox pattern on a list
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stays in the input
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { formWords as w } from '../screen/form-words.ts'

export type Option = { id: string; label: string; detail: string }
export type Chosen = Pick<Option, 'id' | 'label'>

type Props = {
  id: string
  label: string
  /** Where another keeps what was taken, such as a form with its draft: the box follows it. */
  chosen?: Chosen | null
  options: Option[]
  busy: boolean
  describedBy?: string | undefined
  invalid?: boolean
  onType: (text: string) => void
  onChoose: (option: Option | null) => void
}

/** What is typed, which option the keys stand on, and which was taken. */
const createChoice = (props: Pick<Props, 'chosen' | 'options' | 'onType' | 'onChoose'>) => {
  const [open, setOpen] = createSignal(false)
  const [at, setAt] = createSignal(0)
  const [typed, setTyped] = createSignal<string | null>(null)
  const [taken, setTaken] = createSignal<Chosen | null>(null)
  const chosen = () => (props.chosen === undefined ? taken() : props.chosen)
  const text = () => typed() ?? chosen()?.label ?? ''
  const choose = (option: Option) => {
    setTaken(option)
    setTyped(null)
    setOpen(false)
    props.onChoose(option)
  }
  const type = (value: string) => {
    setTyped(value)
    setAt(0)
    setOpen(true)
    if (chosen()) props.onChoose(null)
    setTaken(null)
    props.onType(value)
  }
  const press = (event: KeyboardEvent) => {
    const option = props.options[at()]
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const known =
      step !== 0 ||
      (open() && (event.key === 'Escape' || (event.key === 'Enter' && option !== undefined)))
    if (event.isComposing || !known) return
    event.preventDefault()
    setOpen(step !== 0)
    setAt(Math.max(0, Math.min(props.options.length - 1, at() + step)))
    if (event.key === 'Enter' && option) choose(option)
  }
  /** A draft may have come while somebody typed: what counts is what stands there. */
  const leave = () => {
    setOpen(false)
    if (chosen()) setTyped(null)
  }
  return { open, setOpen, at, text, chosen, choose, type, press, leave }
}

/** ARIA 1.2 combobox over a plain input and a listbox; the reader hears the count. */
export const Combobox = (props: Props) => {
  const list = createUniqueId()
  const { open, setOpen, at, text, chosen, choose, type, press, leave } = createChoice(props)
  return (
    <div class="combobox">
      <input
        id={props.id}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-label={props.label}
        aria-expanded={open()}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open() && props.options.length > 0 ? `${list}-${at()}` : undefined}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid}
        placeholder={t(w.search)}
        value={text()}
        onInput={(event) => type(event.currentTarget.value)}
        onFocus={() => setOpen(!chosen())}
        onBlur={leave}
        onKeyDown={press}
      />
      <ul
        id={list}
        role="listbox"
        aria-label={props.label}
        class="options"
        hidden={!open() || props.options.length === 0}
      >
        <For each={props.options}>
          {(option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input answers the keys
            <li
              id={`${list}-${index()}`}
              role="option"
              aria-selected={index() === at()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              <span>{option.label}</span>
              <small>{option.detail}</small>
            </li>
          )}
        </For>
      </ul>
      <p class="hint" role="status">
        <Show when={!chosen()} fallback={`✓ ${t(fill(w.chosen, { name: chosen()?.label ?? '' }))}`}>
          {props.busy
            ? t(w.searching)
            : open()
              ? t(
                  props.options.length > 0
                    ? fill(w.matches, { n: props.options.length })
                    : w.noMatch,
                )
              : ''}
        </Show>
      </p>
    </div>
  )
}
