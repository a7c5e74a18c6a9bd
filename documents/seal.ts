// How does the seal of an office look, and who may put it under a document?

import type { Instant } from '../domain/time/instant.ts'

/** How the seal of an office looks on paper. */
export type Sealer = { seal: (office: string) => string }

/** A document that is made and wants the signature of its office. `document`: its id, so that a platform for seals knows it again when it is asked twice. */
export type ToSign = {
  document: string
  office: string
  title: string
  at: Instant
  pdf: Uint8Array
}
/** Over the bytes of the signed file, kept beside it; the key in PEM. */
export type DetachedSignature = { signature: Uint8Array; publicKey: string }
/** `sm2`: by the national algorithm, where the office has a key for it. */
export type Signed = { pdf: Uint8Array; sm2?: DetachedSignature }

/** Whoever signs: keys of the platform's own (`signing/local-sealer.ts`), or the city's platform for electronic seals behind the same question. */
export type ElectronicSeal = { sign: (paper: ToSign) => Promise<Signed> }

const red = '#d0021b'
const [size, centre] = [420, 210]
/** The name runs over the upper part of the ring, evenly between these angles from the top. */
const widest = 128
/** Type that is drawn inside an SVG must be TrueType, or the PDF is no PDF/A. */
const type = `font-family="Noto Serif SC" fill="${red}" text-anchor="middle"`

const star = Array.from({ length: 10 }, (_, at) => {
  const [radius, angle] = [at % 2 === 0 ? 62 : 24, (Math.PI / 5) * at]
  return `${(centre + radius * Math.sin(angle)).toFixed(1)},${(centre - radius * Math.cos(angle)).toFixed(1)}`
}).join(' ')

const arc = (words: string, radius: number, letter: number): string => {
  const glyphs = [...words]
  const arcWidth = Math.min(widest, glyphs.length * 11)
  const angleOf = (at: number) =>
    glyphs.length === 1 ? 0 : -arcWidth + (2 * arcWidth * at) / (glyphs.length - 1)
  return glyphs
    .map((glyph, at) => {
      const turned = `rotate(${angleOf(at).toFixed(2)} ${centre} ${centre})`
      return `<text x="${centre}" y="${centre - radius}" font-size="${letter}" font-weight="700" transform="${turned}" ${type}>${glyph}</text>`
    })
    .join('')
}

/** The 13 digits below the star follow from the name, as a registered seal has its own. */
const digitsOf = (office: string): string => {
  const number = [...office].reduce(
    (sum, glyph) => (sum * 131n + BigInt(glyph.codePointAt(0) ?? 0)) % 10_000_000n,
    7n,
  )
  return `330800${String(number).padStart(7, '0')}`
}

export const demoSealer: Sealer = {
  seal: (office) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><circle cx="${centre}" cy="${centre}" r="203" fill="none" stroke="${red}" stroke-width="10"/>` +
    `<polygon points="${star}" fill="${red}"/>${arc(office, 148, [...office].length > 16 ? 34 : 40)}` +
    `<text x="${centre}" y="352" font-size="20" ${type}>${digitsOf(office)}</text></svg>`,
}
