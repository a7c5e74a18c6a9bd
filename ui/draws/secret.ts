// How does a browser throw a secret, keep it until it is said, and bind its person to it?

const bytesOf = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value)
const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((one) => one.toString(16).padStart(2, '0')).join('')

const nameOf = (draw: string, person: string): string => `draw-secret:${draw}:${person}`

/** Two hundred and fifty-six bits that nobody else knows. */
export const throwSecret = (draw: string, person: string): string => {
  const secret = hexOf(crypto.getRandomValues(new Uint8Array(32)))
  localStorage.setItem(nameOf(draw, person), secret)
  return secret
}

export const keptSecret = (draw: string, person: string): string | null =>
  localStorage.getItem(nameOf(draw, person))

export const forgetSecret = (draw: string, person: string): void =>
  localStorage.removeItem(nameOf(draw, person))

/** The same as `commitmentTo` of the domain, which a browser cannot run. */
export const commitmentOf = async (draw: string, person: string, secret: string): Promise<string> =>
  hexOf(
    new Uint8Array(
      await crypto.subtle.digest('SHA-256', bytesOf([draw, person, secret].join('\n'))),
    ),
  )
