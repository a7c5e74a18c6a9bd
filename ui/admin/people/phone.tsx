// By which number is this person called when nobody acknowledges an alarm?
import { createSignal } from 'solid-js'
import type { PersonView } from '../../../contract/organisation/personnel.ts'
import { peopleApi } from '../../client/organisation/people.ts'
import { t } from '../../client/words.ts'
import { Line } from '../field.tsx'
import { GroundForm, useGround } from './ground.tsx'
import { peopleWords as w } from './words.ts'

export const PhoneForm = (props: { one: PersonView; onDone: () => void; onBack: () => void }) => {
  const groundForm = useGround()
  const [phone, setPhone] = createSignal('')
  const submit = async () => {
    const body = { ...groundForm.ground(), phone: phone().trim() || null }
    const work = (keyOf: (body: unknown) => string) =>
      peopleApi.phone(props.one.id, body, keyOf(body))
    if (await groundForm.sending.send(groundForm.mistakes(), work)) props.onDone()
  }
  return (
    <GroundForm
      plain
      groundForm={groundForm}
      title={t(w.phoneTitle).replace('{name}', props.one.name)}
      confirm={w.confirmPhone}
      onSubmit={() => void submit()}
      onBack={props.onBack}
    >
      <p>{t(w.phoneText)}</p>
      <Line
        name="phone"
        label={w.phone}
        hint={w.phoneHint}
        optional
        value={phone()}
        onInput={setPhone}
      />
    </GroundForm>
  )
}
