// Which entries of a register does an act name: ticked by name, or typed where the register cannot be read?
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import type { EntryRow } from '../../contract/registers/registers.ts'
import type { Field } from '../../domain/model/process.ts'
import { registersApi } from '../client/registers.ts'
import { t } from '../client/words.ts'
import '../form/choices.css'
import type { Form } from '../form/form.ts'
import { entriesOf, entriesTo } from '../form/form-values.ts'
import { Lines } from '../form/inputs.tsx'
import { useQuery } from '../reading/query.ts'
import { formWords as w } from '../screen/form-words.ts'
import { useMe } from '../screen/me.ts'
import { actWords } from './act-words.ts'
import { entriesToTick } from './entries-to-tick.ts'

type Props = { field: Field; form: Form; describedBy: string | undefined; register: string }

const entriesLike = (register: string, q: string) => ({
  queryKey: ['register', register, 'to-tick', q],
  queryFn: () => registersApi.entries(register, { q, standing: '', region: '', within: '' }, null),
})

const Tick = (props: { entry: EntryRow; named: boolean; onToggle: () => void }) => (
  <li>
    <label class="check">
      <input type="checkbox" checked={props.named} onChange={() => props.onToggle()} />
      <span>
        {props.entry.name} <small class="muted">{props.entry.number}</small>
      </span>
    </label>
  </li>
)

/** Whoever types another number keeps it: it stands in the lines, which are what is sent. */
const NamedEntriesField = (props: Props) => {
  const id = createUniqueId()
  const me = useMe()
  const [sought, setSought] = createSignal('')
  const entries = useQuery(() => entriesLike(props.register, sought().trim()))
  const all = (): EntryRow[] =>
    entries.isSuccess ? entries.data.items.filter(({ over }) => !over) : []
  const named = () => entriesOf(props.form.values()[props.field.name])
  const shown = () => entriesToTick(all(), { me: me().name, named: named(), sought: sought() })
  const toggle = (number: string) =>
    props.form.set(
      props.field.name,
      entriesTo(
        named().includes(number) ? named().filter((one) => one !== number) : [...named(), number],
      ),
    )
  return (
    <>
      <Lines {...props} />
      <Show when={all().length > 0 || sought() !== ''}>
        <Show when={all().length > shown().length || sought() !== ''}>
          <label class="choice-filter" for={id}>
            {t(w.filterChoices)}
          </label>
          <input
            id={id}
            type="search"
            autocomplete="off"
            onInput={(event) => setSought(event.currentTarget.value)}
          />
        </Show>
        <ul class="choice-list" aria-label={t(actWords.tickEntries)}>
          <For each={shown()} fallback={<li class="hint">{t(w.noMatch)}</li>}>
            {(one) => (
              <Tick
                entry={one}
                named={named().includes(one.number)}
                onToggle={() => toggle(one.number)}
              />
            )}
          </For>
        </ul>
      </Show>
    </>
  )
}

export default NamedEntriesField
