// Is this licence good, for anybody who asks by its number or by the name of its holder?
import { For } from 'solid-js'
import type { PublicLicence } from '../../contract/licences/licences.ts'
import { fill } from '../../domain/language/words.ts'
import { Frame } from '../citizen/frame.tsx'
import { Lookup } from '../citizen/lookup.tsx'
import { licencesApi } from '../client/licences.ts'
import { t } from '../client/words.ts'
import { usePage } from '../screen/page.ts'
import { licenceLookupWords as own, licenceWords as w } from './words.ts'
import './licences.css'

const Found = (props: { one: PublicLicence }) => (
  <li class="block">
    <h2>{props.one.number}</h2>
    <p>
      <span class="tag">{t(props.one.words)}</span>
    </p>
    <dl class="summary compact">
      <For
        each={[
          [w.kind, t(props.one.kind)] as const,
          [w.holder, props.one.holder] as const,
          [w.scope, props.one.scope] as const,
          [
            w.validity,
            t(
              fill(w.fromTo, {
                from: props.one.validFrom ?? '',
                until: props.one.validUntil ?? '',
              }),
            ),
          ] as const,
          [w.region, t(props.one.region)] as const,
        ]}
      >
        {([label, value]) => (
          <div>
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        )}
      </For>
    </dl>
  </li>
)

const LicenceLookup = () => {
  usePage(() => t(own.title))
  return (
    <Frame>
      <h1>{t(own.title)}</h1>
      <p class="lead">{t(own.lead)}</p>
      <Lookup label={own.label} lookUp={licencesApi.lookUp} class="licence-found">
        {(one) => <Found one={one} />}
      </Lookup>
    </Frame>
  )
}

export default LicenceLookup
