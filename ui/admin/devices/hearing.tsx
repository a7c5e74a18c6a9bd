// From where is a device heard, with which password and parameters?
import { Show } from 'solid-js'
import { dialectKeysOf, needsSecret } from '../../../domain/duty/device-settings.ts'
import { t } from '../../client/words.ts'
import { Field } from './form.tsx'
import { Parameters } from './parameters.tsx'
import { registryWords as w } from './words/words.ts'

/** As it is typed; what is left empty says nothing. */
export type ConnectionSettings = { secret: string; hosts: string; dialect: Record<string, string> }
export const noSettings: ConnectionSettings = { secret: '', hosts: '', dialect: {} }

/** `stands`: it is enrolled already, with a password or without one. */
type Props = {
  protocol: string
  connection: ConnectionSettings
  stands?: 'secret' | 'none'
  onChange: (connection: ConnectionSettings) => void
}

export const Hearing = (props: Props) => {
  const set = (change: Partial<ConnectionSettings>) =>
    props.onChange({ ...props.connection, ...change })
  const label = () =>
    t(
      props.stands === 'secret'
        ? w.secretStands
        : props.stands === 'none'
          ? w.secretLacking
          : w.secret,
    )
  return (
    <>
      <Field
        label={label()}
        value={props.connection.secret}
        onInput={(secret) => set({ secret })}
        type="password"
        max={4_000}
      />
      <Show when={needsSecret(props.protocol) && props.stands !== 'secret'}>
        <p class="muted">{t(w.secretNeeded)}</p>
      </Show>
      <Field
        label={t(w.hosts)}
        value={props.connection.hosts}
        onInput={(hosts) => set({ hosts })}
        max={1_000}
      />
      <Parameters
        keys={dialectKeysOf(props.protocol)}
        values={props.connection.dialect}
        onChange={(dialect) => set({ dialect })}
      />
    </>
  )
}
