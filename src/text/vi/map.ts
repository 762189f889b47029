/** Words on and around the map: `map.…`. */
export const map = {} as const satisfies Record<`map.${string}`, string>;
