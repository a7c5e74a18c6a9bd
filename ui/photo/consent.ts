// Has this person let the device say where it is?
const nameOf = (person: string) => `photo-place|${person}`

/** His own choice: whoever has the device next is asked himself. */
export const maySayPlace = (person: string): boolean => localStorage.getItem(nameOf(person)) === '1'

export const letSayPlace = (person: string, yes: boolean): void =>
  localStorage.setItem(nameOf(person), yes ? '1' : '0')
