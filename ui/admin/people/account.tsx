// How is an account disabled or enabled, knowing what follows?
import { createSignal, Show } from 'solid-js'
import type { PersonView } from '../../../contract/organisation/personnel.ts'
import { peopleApi } from '../../client/organisation/people.ts'
import { t } from '../../client/words.ts'
import type { KeyOf } from '../../reading/requests.ts'
import { GroundForm, useGround } from './ground.tsx'
import { LossNotice } from './loss.tsx'
import { peopleWords as w } from './words.ts'

export const AccountForm = (props: { one: PersonView; onDone: () => void; onBack: () => void }) => {
  const groundForm = useGround()
  const [knowingly, setKnowingly] = createSignal(false)
  const active = props.one.active
  const submit = async () => {
    const { id } = props.one
    const disabling = { ...groundForm.ground(), knowingly: knowingly() }
    const work = (keyOf: KeyOf) =>
      active
        ? peopleApi.disable(id, disabling, keyOf(disabling))
        : peopleApi.enable(id, groundForm.ground(), keyOf(groundForm.ground()))
    if (await groundForm.sending.send(groundForm.mistakes(), work)) props.onDone()
  }
  const title = () => t(active ? w.disableTitle : w.enableTitle).replace('{name}', props.one.name)
  return (
    <GroundForm
      title={title()}
      confirm={active ? w.confirmDisable : w.confirmEnable}
      groundForm={groundForm}
      onSubmit={() => void submit()}
      onBack={props.onBack}
    >
      <Show when={active}>
        <p>{t(w.disableText)}</p>
        <LossNotice
          person={props.one.id}
          post={null}
          knowingly={knowingly()}
          onKnowingly={setKnowingly}
        />
      </Show>
    </GroundForm>
  )
}
