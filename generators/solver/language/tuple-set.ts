/** Tuples of numbers of one length, each once, in the order in which they came: without an object or a text for any. */
export interface TupleSet {
  readonly size: () => number
  /** Puts the tuple there; false where it was there already. */
  readonly add: (tuple: Int32Array) => boolean
  /** Copies the tuple of this place into another array. */
  readonly read: (place: number, into: Int32Array) => void
}

/** An empty set of tuples of this length: open addressing over one array of numbers. */
export function tupleSet(length: number): TupleSet {
  let members = new Int32Array(64 * length)
  let places = new Int32Array(128).fill(-1)
  let size = 0

  function hashOf(from: Int32Array, offset: number): number {
    let hash = 17
    for (let index = 0; index < length; index += 1) hash = Math.imul(hash ^ (from[offset + index] ?? 0), 0x9e3779b1)
    return (hash ^ (hash >>> 15)) & (places.length - 1)
  }

  function isAt(place: number, tuple: Int32Array): boolean {
    for (let index = 0; index < length; index += 1) {
      if (members[place * length + index] !== tuple[index]) return false
    }
    return true
  }

  function grow(): void {
    const larger = new Int32Array(members.length * 2)
    larger.set(members)
    members = larger
    places = new Int32Array(places.length * 2).fill(-1)
    for (let place = 0; place < size; place += 1) {
      let slot = hashOf(members, place * length)
      while (places[slot] !== -1) slot = (slot + 1) & (places.length - 1)
      places[slot] = place
    }
  }

  return {
    size: () => size,
    add: (tuple) => {
      let slot = hashOf(tuple, 0)
      for (let place = places[slot] ?? -1; place !== -1; place = places[slot] ?? -1) {
        if (isAt(place, tuple)) return false
        slot = (slot + 1) & (places.length - 1)
      }
      members.set(tuple, size * length)
      places[slot] = size
      size += 1
      if (size * length >= members.length) grow()
      return true
    },
    read: (place, into) => into.set(members.subarray(place * length, place * length + length)),
  }
}
