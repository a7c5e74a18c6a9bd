// Which other numbers, and whom to notify, does an administrator propose, and on what paper?
import { createSignal, For, Show } from 'solid-js'
import type {
  EscalationPolicyView,
  PolicyLevelView,
} from '../../../contract/organisation/escalation-policies.ts'
import type { Text } from '../../../domain/language/words.ts'
import { escalationPolicyApi } from '../../client/organisation/escalation-policies.ts'
import { t } from '../../client/words.ts'
import { ErrorSummary, type Mistake } from '../../form/error-summary.tsx'
import { focusWhenReady } from '../../screen/page.ts'
import { Labelled, Line } from '../field.tsx'
import { useSending } from '../sending.ts'
import { adminWords } from '../words.ts'
import { escalationPolicyWords as w } from './words.ts'

type Typed = { n: string; notify: string[] }
type Draft = Record<string, Typed>

const named = (template: Text, name: Text, key: 'escalationLevel' | 'name'): Text => ({
  zh: template.zh.replace(`{${key}}`, name.zh),
  en: template.en.replace(`{${key}}`, name.en),
})

const mistakesIn = (
  escalationLevels: PolicyLevelView[],
  draft: Draft,
  order: string,
  reason: string,
): Mistake[] => [
  ...escalationLevels.flatMap(({ escalationLevel, words, most }) =>
    most === null || /^\d{1,3}$/.test(draft[escalationLevel]?.n.trim() ?? '')
      ? []
      : [{ field: `n-${escalationLevel}`, words: named(w.noNumber, words, 'escalationLevel') }],
  ),
  ...(order.trim() === '' ? [{ field: 'order', words: named(w.missing, w.order, 'name') }] : []),
  ...(reason.trim() === '' ? [{ field: 'reason', words: named(w.missing, w.reason, 'name') }] : []),
]

type EscalationLevelProps = {
  one: PolicyLevelView
  typed: Typed
  addresses: EscalationPolicyView['addresses']
  onChange: (part: Partial<Typed>) => void
}

const numberHint = ({ unit, most }: PolicyLevelView): Text => {
  const name = { WD: w.unitWD, ND: w.unitND, MIN: w.unitMIN }[unit]
  const filled = (language: 'zh' | 'en') =>
    w.unitHint[language]
      .replace('{unit}', name[language])
      .replace('{n}', String(most?.n ?? 0))
      .replace('{article}', most?.article[language] ?? '')
  return { zh: filled('zh'), en: filled('en') }
}

const EscalationLevel = (props: EscalationLevelProps) => {
  const toggle = (key: string, isNotified: boolean) =>
    props.onChange({
      notify: isNotified
        ? [...props.typed.notify, key]
        : props.typed.notify.filter((one) => one !== key),
    })
  return (
    <>
      <Show when={props.one.most}>
        <Labelled
          name={`n-${props.one.escalationLevel}`}
          label={named(w.number, props.one.words, 'escalationLevel')}
          hint={numberHint(props.one)}
        >
          {(attributes) => (
            <input
              {...attributes}
              class="short"
              inputmode="numeric"
              autocomplete="off"
              value={props.typed.n}
              onInput={(event) => props.onChange({ n: event.currentTarget.value })}
            />
          )}
        </Labelled>
      </Show>
      <details class="escalation-policy-recipients">
        <summary>
          {t(named(w.notify, props.one.words, 'escalationLevel'))} · {props.typed.notify.length}
        </summary>
        <fieldset class="field">
          <legend class="visually-hidden">
            {t(named(w.notify, props.one.words, 'escalationLevel'))}
          </legend>
          <For each={props.addresses}>
            {(address) => (
              <label class="check">
                <input
                  type="checkbox"
                  checked={props.typed.notify.includes(address.key)}
                  disabled={address.key === props.one.must}
                  onChange={(event) => toggle(address.key, event.currentTarget.checked)}
                />
                <span>
                  {t(address.words)}
                  {address.key === props.one.must ? t(w.must) : ''}
                </span>
              </label>
            )}
          </For>
        </fieldset>
      </details>
    </>
  )
}

const draftOf = (escalationLevels: PolicyLevelView[]): Draft =>
  Object.fromEntries(
    escalationLevels.map(({ escalationLevel, n, notify }) => [
      escalationLevel,
      { n: String(n), notify: notify.map(({ key }) => key) },
    ]),
  )

export const EscalationPolicyForm = (props: {
  view: EscalationPolicyView
  onDone: () => void
  onBack: () => void
}) => {
  const [draft, setDraft] = createSignal(draftOf(props.view.escalationLevels))
  const [order, setOrder] = createSignal('')
  const [reason, setReason] = createSignal('')
  const sending = useSending()
  const change = (escalationLevel: string, part: Partial<Typed>) =>
    setDraft((known) => ({
      ...known,
      [escalationLevel]: { n: '', notify: [], ...known[escalationLevel], ...part },
    }))
  const wanted = () => ({
    escalationLevels: props.view.escalationLevels.map(({ escalationLevel, n }) => ({
      escalationLevel,
      n: Number(draft()[escalationLevel]?.n ?? n),
      notify: draft()[escalationLevel]?.notify ?? [],
    })),
    order: order().trim(),
    reason: reason().trim(),
  })
  const submit = async (event: Event) => {
    event.preventDefault()
    const { process, clock, escalationLevels } = props.view
    const found = mistakesIn(escalationLevels, draft(), order(), reason())
    if (
      await sending.send(found, (keyOf) =>
        escalationPolicyApi.propose(process, clock, wanted(), keyOf(wanted())),
      )
    )
      props.onDone()
  }
  return (
    <form
      class="block"
      noValidate
      onSubmit={(event) => void submit(event)}
      aria-labelledby="escalation-policy-form"
    >
      <h2 id="escalation-policy-form" tabindex="-1" ref={focusWhenReady}>
        {t(w.proposeTitle)}
      </h2>
      <ErrorSummary mistakes={sending.mistakes()} />
      <For each={props.view.escalationLevels}>
        {(one) => (
          <EscalationLevel
            one={one}
            typed={draft()[one.escalationLevel] ?? { n: '', notify: [] }}
            addresses={props.view.addresses}
            onChange={(part) => change(one.escalationLevel, part)}
          />
        )}
      </For>
      <Line name="order" label={w.order} hint={w.orderHint} value={order()} onInput={setOrder} />
      <Line name="reason" label={w.reason} rows={2} value={reason()} onInput={setReason} />
      <p class="form-actions">
        <button type="submit" class="button primary" aria-disabled={sending.busy()}>
          {t(sending.busy() ? adminWords.sending : w.submit)}
        </button>
        <button type="button" class="button quiet" onClick={() => props.onBack()}>
          {t(adminWords.cancel)}
        </button>
      </p>
    </form>
  )
}
