// Which entries speak of one person, where two people may have one name?

/** As somebody stands in a register: by name, and by what tells him from others of that name, where that is known. */
export type Named = { holder: string; staff?: string }

/** Spaces and dots between the signs are how somebody typed it, not another name; `isNameTaken` of the store compares in the same way. */
export const plainName = (name: string): string =>
  name.normalize('NFKC').replaceAll(/[\s·•・‧]/gu, '')

const staffOf = ({ staff }: Named): string => plainName(staff ?? '')

/**
 * By person. Two of one name are two people only where each of that name has a staff number: while one has none, he may be any of them, and all
 * of that name count as one (处罚法 42: two officers, not two certificates).
 */
export const byPerson = <One extends Named>(all: readonly One[]): One[][] =>
  [...Map.groupBy(all, ({ holder }) => plainName(holder)).values()].flatMap((ofName) =>
    ofName.every((one) => staffOf(one) !== '')
      ? [...Map.groupBy(ofName, staffOf).values()]
      : [ofName],
  )
