// How is a substitution ordered: for whom, by whom, for which days, by which document?

import { createSignal, createUniqueId, For, Show } from 'solid-js'
import type { SubstitutionView } from '../../contract/routing/substitutions.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { asRefusal } from '../client/client.ts'
import { Combobox, type Option } from '../form/combobox.tsx'
import { linesOf } from '../form/error-summary.tsx'
import { useQuery } from '../reading/query.ts'
import { createKeys } from '../reading/requests.ts'
import '../form/fields.css'
import { type GrantInput, team } from '../client/team.ts'
import { t } from '../client/words.ts'
import { staleFor } from '../reading/live.ts'
import { useMe } from '../screen/me.ts'
import { today } from '../screen/time.ts'
import { substitutionWords as w } from './substitution-words.ts'

type Values = Omit<GrantInput, 'posts' | 'knowingly'>

/** The form's values, and the one way they are sent: a key for each content. */
const createGrant = (own: string, onDone: (one: SubstitutionView) => void) => {
  const [values, setValues] = createSignal<Values>({
    person: own,
    substitute: '',
    from: today(),
    to: today(),
    order: '',
    reason: '',
  })
  const [left, setLeft] = createSignal<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = createSignal(false)
  const [mistakes, setMistakes] = createSignal<Text[]>([])
  const [short, setShort] = createSignal(false)
  const [knowingly, setKnowingly] = createSignal(false)
  const keys = createKeys()
  const set = (part: Partial<Values>) => {
    setMistakes([])
    setShort(false)
    setKnowingly(false)
    setValues({ ...values(), ...part })
  }
  const send = async (posts: string[] | null) => {
    if (busy() || staleFor() > 0) return
    const complete = Object.values(values()).every((value) => value.trim() !== '')
    if (!complete) return void setMistakes([w.missing])
    const input = { ...values(), posts, knowingly: knowingly() }
    setBusy(true)
    await team.grant(input, keys.of(input)).then(onDone, (error: unknown) => {
      const refusal = asRefusal(error)
      setShort(refusal.code === 'not-possible-now')
      setMistakes(linesOf(refusal))
    })
    setBusy(false)
  }
  return { values, set, left, setLeft, busy, mistakes, short, knowingly, setKnowingly, send }
}

const PersonField = (props: {
  words: Text
  hint?: Text
  people: Option[]
  busy: boolean
  onChoose: (id: string) => void
}) => {
  const id = createUniqueId()
  const [sought, setSought] = createSignal('')
  const options = () =>
    props.people
      .filter(({ label, detail }) => `${label}${detail}`.includes(sought().trim()))
      .slice(0, 30)
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {t(props.words)}
      </label>
      <Show when={props.hint}>
        {(hint) => (
          <p class="hint" id={`${id}-hint`}>
            {t(hint())}
          </p>
        )}
      </Show>
      <Combobox
        id={id}
        label={t(props.words)}
        options={options()}
        busy={props.busy}
        describedBy={props.hint ? `${id}-hint` : undefined}
        onType={setSought}
        onChoose={(option) => props.onChoose(option?.id ?? '')}
      />
    </div>
  )
}

const Line = (props: {
  words: Text
  hint?: Text
  type?: 'date'
  value: string
  onInput: (value: string) => void
}) => {
  const id = createUniqueId()
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {t(props.words)}
      </label>
      <Show when={props.hint}>
        {(hint) => (
          <p class="hint" id={`${id}-hint`}>
            {t(hint())}
          </p>
        )}
      </Show>
      <input
        id={id}
        class={props.type === 'date' ? 'short' : ''}
        type={props.type ?? 'text'}
        autocomplete="off"
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </div>
  )
}

type Grant = ReturnType<typeof createGrant>

/** Whoever holds several posts may keep some of them to himself. */
const Posts = (props: { grant: Grant; posts: { group: string; words: string }[] }) => (
  <Show when={props.posts.length > 1}>
    <fieldset class="field">
      <legend class="field-label">{t(w.posts)}</legend>
      <For each={props.posts}>
        {({ group, words }) => (
          <label class="check">
            <input
              type="checkbox"
              checked={!props.grant.left().has(group)}
              onChange={(event) => {
                const next = new Set(props.grant.left())
                if (event.currentTarget.checked) next.delete(group)
                else next.add(group)
                props.grant.setLeft(next)
              }}
            />
            <span>{words}</span>
          </label>
        )}
      </For>
    </fieldset>
  </Show>
)

const usePeople = () => {
  const found = useQuery(() => ({
    queryKey: ['substitution-people'],
    queryFn: team.people,
    staleTime: 60_000,
  }))
  const options = (): Option[] =>
    found.isSuccess
      ? found.data.items.map(({ id, name, office, role }) => ({
          id,
          label: name,
          detail: `${t(office)} · ${t(role)}`,
        }))
      : []
  return { options, busy: () => found.isFetching }
}

/** The posts of the reader himself; of others the server knows. */
const useOwnPosts = () => {
  const me = useMe()
  return () =>
    me()
      .appointments.filter(
        ({ onBehalfOf, role }) => onBehalfOf === undefined && role !== 'administrator',
      )
      .map(({ office, role, officeName, roleName }) => ({
        group: `${office}/${role}`,
        words: `${t(officeName)} · ${t(roleName)}`,
      }))
}

const Days = (props: { grant: Grant }) => (
  <div class="team-days">
    <Line
      words={w.from}
      type="date"
      value={props.grant.values().from}
      onInput={(from) => props.grant.set({ from })}
    />
    <Line
      words={w.to}
      hint={w.untilEnd}
      type="date"
      value={props.grant.values().to}
      onInput={(to) => props.grant.set({ to })}
    />
  </div>
)

const GrantForm = (props: { onDone: (one: SubstitutionView) => void; onCancel: () => void }) => {
  const me = useMe()
  const grant = createGrant(me().id, props.onDone)
  const people = usePeople()
  const ownPosts = useOwnPosts()
  const settlesOthers = () =>
    me().appointments.some(({ role }) =>
      ['section-chief', 'leader', 'administrator'].includes(role),
    )
  const self = () => grant.values().person === me().id
  const posts = () =>
    !self() || grant.left().size === 0
      ? null
      : ownPosts()
          .map(({ group }) => group)
          .filter((group) => !grant.left().has(group))
  const submit = (event: Event) => {
    event.preventDefault()
    void grant.send(posts())
  }
  return (
    <form class="team-grant" noValidate onSubmit={submit}>
      <Show when={settlesOthers()} fallback={<p>{t(fill(w.absentIs, { name: me().name }))}</p>}>
        <PersonField
          words={w.absent}
          hint={w.absentHint}
          people={people.options()}
          busy={people.busy()}
          onChoose={(person) => grant.set({ person: person || me().id })}
        />
      </Show>
      <PersonField
        words={w.substitute}
        people={people.options().filter(({ id }) => id !== grant.values().person)}
        busy={people.busy()}
        onChoose={(substitute) => grant.set({ substitute })}
      />
      <Days grant={grant} />
      <Line
        words={w.order}
        hint={w.orderHint}
        value={grant.values().order}
        onInput={(order) => grant.set({ order })}
      />
      <Line
        words={w.reason}
        value={grant.values().reason}
        onInput={(reason) => grant.set({ reason })}
      />
      <Show when={self()}>
        <Posts grant={grant} posts={ownPosts()} />
      </Show>
      <Show when={grant.mistakes().length > 0}>
        <div role="alert">
          <ul class="mistake">
            <For each={grant.mistakes()}>{(words) => <li>{t(words)}</li>}</For>
          </ul>
        </div>
      </Show>
      <Show when={grant.short()}>
        <label class="check">
          <input
            type="checkbox"
            checked={grant.knowingly()}
            onChange={(event) => grant.setKnowingly(event.currentTarget.checked)}
          />
          <span>{t(w.knowingly)}</span>
        </label>
      </Show>
      <p class="form-actions">
        <button type="submit" class="button primary" aria-disabled={grant.busy() || staleFor() > 0}>
          {t(grant.busy() ? w.submitting : w.submit)}
        </button>
        <button type="button" class="button quiet" onClick={() => props.onCancel()}>
          {t(w.cancel)}
        </button>
      </p>
    </form>
  )
}

export default GrantForm
